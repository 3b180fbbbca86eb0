// SPDX-License-Identifier: EUPL-1.2
/**
 * When an office is open, in the municipality's time whatever the phone says. Pure: no words, no DOM.
 * `backend/services/hours.py` says the same on the server; tests/services/hours.json holds both to it.
 */

import { dayOf, time } from '../i18n/dates'

/** Local times ("09:00"); a day ends at "24:00". */
interface Span {
  from: string
  to: string
  note?: string
}

/** The hours of an office as the server has them, and the public holidays where it is. */
export interface Times {
  /** On some days of the week; 0 is Monday. */
  hours: (Span & { days: number[] })[]
  exceptions: { first_day: string; last_day: string; closed: boolean; hours: Span[]; text: string }[]
  holidays: string[]
}

/** Open from when to when, and under which condition ("nur mit Termin"). */
export interface Block {
  from: string
  to: string
  note: string
}

/** One day: when it is open (nothing: closed), what decides over it, and what an exception says about it. */
export interface Day {
  blocks: Block[]
  why: 'usual' | 'exception' | 'holiday'
  text: string
}

export interface Opening {
  day: string
  time: string
}

/** later: it opens today, or opens again · closed: for the rest of the day · arranged: there are no weekly hours. */
export type Now = { today: Day } & (
  | { state: 'open'; until: string; note: string }
  | { state: 'later'; opens: Opening }
  | { state: 'closed' | 'arranged'; opens: Opening | null }
)

/** How far ahead somebody may look for the day on which it opens again. */
const AHEAD = 366
const DAY_MS = 86_400_000

export function addDays(day: string, number: number): string {
  return new Date(Date.parse(day) + number * DAY_MS).toISOString().slice(0, 10)
}

/** 0 is Monday. */
export function weekdayOf(day: string): number {
  return (new Date(day).getUTCDay() + 6) % 7
}

/** What the weekly hours say of a day of the week. */
export function usualOn(times: Times, weekday: number): Block[] {
  return blocks(times.hours.filter(({ days }) => days.includes(weekday)))
}

/** What holds on a day: the exception that covers it, else a public holiday, else the weekly hours. */
export function on(times: Times, day: string): Day {
  const exception = exceptionOn(times, day)
  if (exception !== undefined) return { blocks: exception.closed ? [] : blocks(exception.hours), why: 'exception', text: exception.text }
  if (times.holidays.includes(day)) return { blocks: [], why: 'holiday', text: '' }
  return { blocks: usualOn(times, weekdayOf(day)), why: 'usual', text: '' }
}

/** What holds at a moment. */
export function at(times: Times, moment: Date): Now {
  const day = dayOf(moment)
  const clock = time(moment).padStart(5, '0')
  const today = on(times, day)
  const running = today.blocks.find(({ from, to }) => from <= clock && clock < to)
  if (running !== undefined) return { state: 'open', until: running.to, note: running.note, today }
  const coming = today.blocks.find(({ from }) => clock < from)
  if (coming !== undefined) return { state: 'later', opens: { day, time: coming.from }, today }
  const arranged = times.hours.length === 0 && today.why === 'usual'
  return { state: arranged ? 'arranged' : 'closed', opens: nextAfter(times, day), today }
}

/** When it opens first on a later day; null if it does not within a year. */
export function nextAfter(times: Times, day: string): Opening | null {
  for (let number = 1; number <= AHEAD; number++) {
    const later = addDays(day, number)
    const [first] = on(times, later).blocks
    if (first !== undefined) return { day: later, time: first.from }
  }
  return null
}

/** Of several the shortest, then the last. */
function exceptionOn({ exceptions }: Times, day: string): Times['exceptions'][number] | undefined {
  const length = (each: Times['exceptions'][number]) => Date.parse(each.last_day) - Date.parse(each.first_day)
  let found: Times['exceptions'][number] | undefined
  for (const each of exceptions)
    if (each.first_day <= day && day <= each.last_day && (found === undefined || length(each) <= length(found))) found = each
  return found
}

/** In order; those that touch or overlap are one if they have the same note, and what ends before it begins is none. */
function blocks(spans: Span[]): Block[] {
  const sorted = spans.map(({ from, to, note = '' }) => ({ from, to, note })).sort((one, other) => compare(one.from, other.from) || compare(one.to, other.to) || compare(one.note, other.note))
  const joined: Block[] = []
  for (const block of sorted) {
    const last = joined.at(-1)
    if (last !== undefined && block.from <= last.to && block.note === last.note) last.to = last.to > block.to ? last.to : block.to
    else if (block.from < block.to) joined.push(block)
  }
  return joined
}

function compare(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0
}
