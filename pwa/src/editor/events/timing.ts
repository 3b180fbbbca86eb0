// SPDX-License-Identifier: EUPL-1.2
/**
 * When an event takes place, as its form changes it: what moves along when the start moves, what a rhythm begins with.
 * Local wall time ("2026-12-08T14:30", all day "2026-12-08"). Pure; which dates come of it is the server's to say.
 */

import { fits, nthOf, repetitionOf, ruleOf, weekdayOf, type Repetition, type Rhythm } from '../../events/repetition'
import { addDays, daysBetween } from '../compose/days'
import type { Change, EventContent, Timing } from './model'

type When = Pick<EventContent, 'timing' | 'changes'>

/** A day that comes once in four years is found within that, and one more for the years without (2100). */
const LOOK_AHEAD = 3000

/** "14:30", or '' of what lasts all day. */
export function clockOf(local: string): string {
  return local.slice(11)
}

/** The end of an event on a day: before the start means in the night that follows. */
export function endOn(day: string, start: string, end: string): string {
  return `${end > start ? day : addDays(day, 1)}T${end}`
}

/** How many days after its start it ends. */
export function lastsDays({ start, end }: Pick<Timing, 'start' | 'end'>): number {
  return start === null || end === null ? 0 : daysBetween(start, end)
}

/** Whether the day of the end is a question of its own: a night that ends in the morning is none. */
export function endsLater(timing: Pick<Timing, 'start' | 'end' | 'all_day'>): boolean {
  const { start, end, all_day } = timing
  if (start === null || end === null) return false
  const days = lastsDays(timing)
  return days > 1 || (days === 1 && (all_day || clockOf(end) >= clockOf(start)))
}

/** Moves the start to another day; the end goes along, and a rhythm that named the old day names the new one. */
export function withDay({ timing, changes }: When, day: string): When {
  const { start, end } = timing
  const time = start === null || timing.all_day ? '' : start.slice(10)
  const next: Timing = { ...timing, start: day + time, end: end === null ? null : addDays(day, lastsDays(timing)) + end.slice(10) }
  if (start === null || timing.rrule === null) return { timing: next, changes }
  const repetition = repetitionOf(timing.rrule, start)
  const followed = repetition && follow(repetition.rhythm, start, day)
  return { timing: { ...next, rrule: repetition && followed ? ruleOf({ ...repetition, rhythm: followed }, timing.all_day) : timing.rrule }, changes }
}

/** The rhythm for a new first day, where it meant the old one. */
function follow(rhythm: Rhythm, before: string, day: string): Rhythm {
  if (fits(rhythm, day) || !fits(rhythm, before)) return rhythm
  const [number, month] = [Number(day.slice(8, 10)), Number(day.slice(5, 7))]
  switch (rhythm.kind) {
    case 'weekly':
      return rhythm.days.length === 1 ? { ...rhythm, days: [weekdayOf(day)] } : rhythm
    case 'monthly-weekday':
      return { ...rhythm, day: weekdayOf(day), nths: rhythm.nths.length === 1 && rhythm.nths[0] !== -1 ? [nthOf(day)] : rhythm.nths }
    case 'monthly-day':
      return rhythm.day === -1 ? rhythm : { ...rhythm, day: number }
    case 'yearly-weekday':
      return { ...rhythm, day: weekdayOf(day), nth: rhythm.nth === -1 ? -1 : nthOf(day), month }
    case 'yearly-day':
      return { ...rhythm, day: number, month }
    default:
      return rhythm
  }
}

/** Another time of day; what names single dates by their start names them by the new one. */
export function withTimes({ timing, changes }: When, start: string, end: string | null): When {
  if (timing.start === null) return { timing, changes }
  const day = timing.start.slice(0, 10)
  const later = endsLater(timing) ? lastsDays(timing) : undefined
  const until = end === null ? null : later === undefined ? endOn(day, start, end) : `${addDays(day, later)}T${end}`
  return renamed({ timing: { ...timing, start: `${day}T${start}`, end: until }, changes }, (at) => `${at.slice(0, 10)}T${start}`)
}

/** Another last day of what lasts several. */
export function withLastDay({ timing, changes }: When, day: string): When {
  const { start, end, all_day } = timing
  if (start === null) return { timing, changes }
  const time = all_day ? '' : `T${end === null ? clockOf(start) : clockOf(end)}`
  return { timing: { ...timing, end: day + time }, changes }
}

/** All day or with a clock; `usual` is what the clock shows then. */
export function withAllDay({ timing, changes }: When, all_day: boolean, usual = '10:00'): When {
  const { start, end, rrule } = timing
  if (start === null || all_day === timing.all_day) return { timing: { ...timing, all_day }, changes }
  const repetition = repetitionOf(rrule, start)
  const named = (local: string) => (all_day ? local.slice(0, 10) : `${local.slice(0, 10)}T${usual}`)
  const last = end !== null && endsLater(timing) ? end.slice(0, 10) : undefined
  const next: Timing = {
    ...timing,
    all_day,
    start: named(start),
    end: last === undefined ? null : named(last),
    rrule: repetition && ruleOf(repetition, all_day),
  }
  return renamed({ timing: next, changes: changes.map((change) => ({ ...change, start: null, end: null })).filter((change) => !isPlain(change)) }, named)
}

function renamed({ timing, changes }: When, name: (at: string) => string): When {
  return {
    timing: {
      ...timing,
      extra: timing.extra.map(name),
      excluded: timing.excluded.map((one) => ({ ...one, at: one.at.length > 10 ? name(one.at) : one.at })),
    },
    changes: changes.map((change) => ({ ...change, at: name(change.at) })),
  }
}

/** Another repetition; where the first date is none of its days, the first from `from` on that is one takes its place. */
export function withRepetition({ timing, changes }: When, repetition: Repetition | null, from = timing.start): When {
  const { start } = timing
  if (start === null || from === null) return { timing, changes }
  const rrule = repetition && ruleOf(repetition, timing.all_day)
  const next = { timing: { ...timing, rrule }, changes }
  return repetition === null ? { timing: { ...next.timing, excluded: [] }, changes: [] } : moved(next, firstDay(repetition.rhythm, from))
}

function moved({ timing, changes }: When, day: string): When {
  const { start, end } = timing
  if (start === null || start.startsWith(day)) return { timing, changes }
  return { timing: { ...timing, start: day + start.slice(10), end: end === null ? null : addDays(day, lastsDays(timing)) + end.slice(10) }, changes }
}

/** The first day from `start` on that the rhythm means. */
export function firstDay(rhythm: Rhythm, start: string): string {
  for (let ahead = 0; ahead < LOOK_AHEAD; ahead++) {
    const day = addDays(start, ahead)
    if (fits(rhythm, day)) return day
  }
  return start.slice(0, 10)
}

/** Takes days out of the series, each once, in order. */
export function exclude(timing: Timing, days: string[], reason: string | null): Timing {
  const known = new Set(timing.excluded.map(({ at }) => at))
  const added = days.filter((at) => !known.has(at)).map((at) => ({ at, reason }))
  return { ...timing, excluded: [...timing.excluded, ...added].sort((one, other) => (one.at < other.at ? -1 : 1)) }
}

/** Whether nothing is different. */
function isPlain({ status, note, start, end, title, place_name }: Change): boolean {
  return status === 'scheduled' && [note, start, end, title, place_name].every((each) => each === null)
}

/** What is different on one date, or from it on; without anything different there is no change. */
export function withChange(changes: Change[], change: Change): Change[] {
  const others = changes.filter(({ at, following }) => at !== change.at || following !== change.following)
  return isPlain(change) ? others : [...others, change].sort((one, other) => (one.at < other.at ? -1 : 1))
}

export function changeAt(changes: Change[], at: string, following: boolean): Change {
  const found = changes.find((each) => each.at === at && each.following === following)
  return found ?? { at, following, status: 'scheduled', note: null, start: null, end: null, title: null, place_name: null }
}
