// SPDX-License-Identifier: EUPL-1.2
/** What stands on the door: the seven days that come in the order of the week, and what is different after them. Pure. */

import { addDays, on, usualOn, weekdayOf, type Block, type Day, type Times } from './hours'

/** Until how many days from now something begins that one is told of, and how far its end is looked for. */
const AHEAD = 60
const FAR = 366
const WEEK = 7
const WORKDAYS = 5

/** A day of the week as it comes next; `usual` only where that is not as always. */
export interface WeekDay extends Day {
  day: string
  today: boolean
  usual: Block[] | null
}

/** Monday first. A weekend on which nothing is ever open is left out. */
export function weekOf(times: Times, today: string): WeekDay[] {
  const days = Array.from({ length: WEEK }, (_, weekday): WeekDay => {
    const day = addDays(today, (weekday - weekdayOf(today) + WEEK) % WEEK)
    const holds = on(times, day)
    const usual = usualOn(times, weekday)
    return { ...holds, day, today: day === today, usual: holds.why === 'usual' || same(holds.blocks, usual) ? null : usual }
  })
  return days.filter(({ blocks, usual }, weekday) => weekday < WORKDAYS || blocks.length > 0 || usual !== null)
}

/** Days in a row that are not as always. */
export interface Deviation extends Day {
  first: string
  last: string
}

/** What is different after the week that is shown, in order: exceptions, and holidays on which it would be open. */
export function deviationsAfter(times: Times, today: string): Deviation[] {
  const found: Deviation[] = []
  for (let number = WEEK; number <= FAR; number++) {
    const day = addDays(today, number)
    const holds = on(times, day)
    const last = found.at(-1)
    const goesOn = last !== undefined && last.why === holds.why && last.text === holds.text && same(last.blocks, holds.blocks) && joins(times, last.last, day)
    const asAlways = holds.why === 'usual' || same(holds.blocks, usualOn(times, weekdayOf(day)))
    // The last day is the one that staff named, also where nothing would be open on it.
    if (goesOn && !(asAlways && holds.why !== 'exception')) last.last = day
    else if (!asAlways && number <= AHEAD) found.push({ ...holds, first: day, last: day })
  }
  return found
}

/** Whether two days belong together: nothing lies between them but days that are closed anyway. */
function joins(times: Times, before: string, day: string): boolean {
  for (let between = addDays(before, 1); between < day; between = addDays(between, 1)) if (on(times, between).blocks.length > 0) return false
  return true
}

function same(some: Block[], others: Block[]): boolean {
  return some.length === others.length && some.every(({ from, to, note }, at) => from === others[at]?.from && to === others[at]?.to && note === others[at]?.note)
}
