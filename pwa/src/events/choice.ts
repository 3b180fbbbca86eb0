// SPDX-License-Identifier: EUPL-1.2
/** What of the calendar is shown: as an address of the app, and as a question to the server. Pure. */

import type { EventDay, ReadPath } from '../api/types'
import { addDays, lastOfMonth, weekdayOf } from './days'

export const WHENS = ['', 'heute', 'wochenende', 'woche', 'monat'] as const
export type When = (typeof WHENS)[number]

export interface Choice {
  when: When
  category: string
  query: string
  /** The day chosen in the month; empty is today. */
  day: string
}

export const ALL: Choice = { when: '', category: '', query: '', day: '' }
export const PAGE_SIZE = 30
/** What the filter counts when no time is chosen. */
export const COUNTED_DAYS = 90

/** Of this century, as the server knows it: with other years a calendar only breaks. */
const DAY = /^20\d{2}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/

function isDay(text: string): boolean {
  return DAY.test(text) && text.slice(8) <= lastOfMonth(text).slice(8)
}

export function choiceOf(search: URLSearchParams): Choice {
  const day = search.get('tag') ?? ''
  return {
    when: WHENS.find((when) => when === search.get('zeit')) ?? '',
    category: search.get('kategorie') ?? '',
    query: (search.get('q') ?? '').trim(),
    day: isDay(day) ? day : '',
  }
}

export function addressOf({ when, category, query, day }: Choice): string {
  const search = new URLSearchParams()
  if (when) search.set('zeit', when)
  if (when === 'monat' && day) search.set('tag', day)
  if (category) search.set('kategorie', category)
  if (query) search.set('q', query)
  const text = search.toString()
  return text ? `/termine?${text}` : '/termine'
}

/** First and last day, inclusive; without a first one it begins now, without a last one it goes on. */
export interface Span {
  from?: string
  to?: string
}

export function spanOf({ when, day }: Choice, today: string): Span {
  const saturday = addDays(today, 5 - weekdayOf(today))
  const sunday = addDays(today, 6 - weekdayOf(today))
  switch (when) {
    case 'heute':
      return { to: today }
    case 'wochenende':
      return saturday > today ? { from: saturday, to: sunday } : { to: sunday }
    case 'woche':
      return { to: addDays(today, 6) }
    case 'monat':
      return { from: day || today, to: day || today }
    default:
      return {}
  }
}

/** The days of a month, for its grid. */
export function monthSpan(day: string): Required<Span> {
  return { from: `${day.slice(0, 8)}01`, to: lastOfMonth(day) }
}

/** The days that the filter counts: from now on, as far as `COUNTED_DAYS`. */
export function countedSpan(today: string): Span {
  return { to: addDays(today, COUNTED_DAYS - 1) }
}

/** How long the list of a choice is, from the counted days: what runs on its first day, and what begins on the others. */
export function countOf(days: EventDay[], when: When, today: string): number {
  const { from = today, to = addDays(today, COUNTED_DAYS - 1) } = spanOf({ ...ALL, when }, today)
  const inside = days.filter(({ day }) => day >= from && day <= to)
  return inside.reduce((sum, { day, count, begins }) => sum + (day === from ? count : begins), 0)
}

function question(path: string, search: Record<string, string | undefined>): string {
  const said = Object.entries(search).filter((pair): pair is [string, string] => Boolean(pair[1]))
  return `${path}?${new URLSearchParams(said).toString()}`
}

export function listRequest(choice: Choice, today: string, page: number): ReadPath {
  const { category, query } = choice
  const search = { ...spanOf(choice, today), category, q: query, page: page > 1 ? String(page) : '', page_size: String(PAGE_SIZE) }
  return question('/api/v1/events', search) as ReadPath
}

export function daysRequest({ from, to }: Span, category: string): ReadPath {
  return question('/api/v1/events/days', { from, to, category }) as ReadPath
}
