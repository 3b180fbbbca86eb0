// SPDX-License-Identifier: EUPL-1.2
/**
 * One date as the changes leave it, and what somebody wants of it as a change that keeps only what differs.
 * The same order as the server's: what holds from a date on, then the date's own change. Pure, in local wall time.
 */

import type { Change, EventContent, Timing } from './model'
import { addDays, daysBetween } from '../compose/days'
import { changeAt, endOn, endsLater, lastsDays } from './timing'

type When = Pick<EventContent, 'timing' | 'changes'>

export interface Laid {
  start: string
  end: string | null
  title: string | null
  place_name: string | null
}

/** Days and clocks as the sheet asks for them; all-day things have no clocks. */
export interface Wanted {
  day: string
  /** The last day of what lasts all day. */
  last: string
  from: string
  to: string | null
}

function later(local: string, days: number): string {
  return addDays(local, days) + local.slice(10)
}

/** How long it is by the clock on the wall. */
function moved(end: string, before: string, after: string): string {
  const stamp = (local: string) => Date.parse(local.length > 10 ? `${local}Z` : `${local}T00:00Z`)
  return new Date(stamp(after) + stamp(end) - stamp(before)).toISOString().slice(0, end.length)
}

/** The date with this original start. */
export function laid({ timing, changes }: When, at: string): Laid {
  const plain: Laid = { start: at, end: timing.end === null ? null : later(timing.end, daysBetween(timing.start ?? at, at)), title: null, place_name: null }
  const phases = changes.filter((change) => change.following && change.at <= at).sort((one, other) => (one.at < other.at ? -1 : 1))
  const own = changes.filter((change) => !change.following && change.at === at)
  return [...phases, ...own].reduce((before, change) => {
    const ahead = daysBetween(change.at, at)
    const start = change.start === null ? before.start : later(change.start, ahead)
    const end = change.end === null ? before.end && moved(before.end, before.start, start) : later(change.end, ahead)
    return { start, end, title: change.title ?? before.title, place_name: change.place_name ?? before.place_name }
  }, plain)
}

/** What the sheet begins with. A change from here on does not begin where this one date has been moved to. */
export function shownOf(when: When, at: string, following: boolean): Laid {
  return laid(following ? { ...when, changes: when.changes.filter((change) => change.following) } : when, at)
}

/** Start and end of the change that brings the date to where it is wanted; both null where it is there already. */
export function movedTo({ timing, changes }: When, at: string, following: boolean, { day, last, from, to }: Wanted): Pick<Change, 'start' | 'end'> {
  const before = laid({ timing, changes: changes.filter((change) => change.following && (!following || change.at < at)) }, at)
  const shown = { ...shownOf({ timing, changes }, at, following), all_day: timing.all_day }
  const start = timing.all_day ? day : `${day}T${from}`
  const end = endWanted(shown, before, { day, last, from, to })
  return start === before.start && end === before.end ? { start: null, end: null } : { start, end }
}

function endWanted(shown: Pick<Timing, 'start' | 'end' | 'all_day'>, before: Laid, { day, last, from, to }: Wanted): string | null {
  if (shown.all_day) return last > day ? last : before.end && day
  if (to === null) return null
  return endsLater(shown) ? `${addDays(day, lastsDays(shown))}T${to}` : endOn(day, from, to)
}

/** What a series has become at a date, as a change of the series that goes on from there. */
export function phaseAt(when: When, at: string): Change {
  const { start, end, title, place_name } = shownOf(when, at, true)
  const plain = laid({ ...when, changes: [] }, at)
  const hours = start === plain.start && end === plain.end ? { start: null, end: null } : { start, end }
  return { ...changeAt([], at, true), ...hours, title, place_name }
}
