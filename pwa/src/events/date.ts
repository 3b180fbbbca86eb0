// SPDX-License-Identifier: EUPL-1.2
/** One date of an event: whether it is over, whether it was moved, where its page is. Pure; Start needs it at once. */

import type { EventDate, EventItem } from '../api/types'
import { dayOf } from '../i18n/dates'

/** Is it over? What has no end is over once it has begun. */
export function isAhead(date: EventDate, now: number): boolean {
  return Date.parse(date.ends_at ?? date.starts_at) > now
}

/** Whether a date was moved to another hour of its day, or to another day. */
export function moveOf({ previous_start, starts_at }: EventDate): 'time' | 'day' | null {
  if (previous_start === null || Date.parse(previous_start) === Date.parse(starts_at)) return null
  return dayOf(new Date(previous_start)) === dayOf(new Date(starts_at)) ? 'time' : 'day'
}

const NIGHT_MS = 12 * 3_600_000
const KEY = /^\d{4}-\d\d-\d\d(T\d\d:\d\d)?$/

/** Does it only run past midnight? People count such a night to the day on which it began. */
export function isOneNight({ all_day, first_day, last_day, starts_at, ends_at }: EventDate): boolean {
  return !all_day && ends_at !== null && first_day !== last_day && Date.parse(ends_at) - Date.parse(starts_at) <= NIGHT_MS
}

/** Which date an address asks for; what is none is left aside. */
export function keyIn(query: URLSearchParams): string | null {
  const key = query.get('datum')
  return key !== null && KEY.test(key) ? key : null
}

/** The page of one date; a single event has only one, so its address needs no date. */
export function addressOfDate({ id, date, recurring }: Pick<EventItem, 'id' | 'date' | 'recurring'>): string {
  return recurring ? `/termine/${id}?datum=${encodeURIComponent(date)}` : `/termine/${id}`
}
