// SPDX-License-Identifier: EUPL-1.2
/** What of the news needs this person today, what they may go on with, what appears next. Pure: the present moment is an argument. */

import type { components } from '../../api/schema'

export type NewsRow = components['schemas']['StaffNewsListItem']
export type Source = components['schemas']['StaffSource']

export interface Agenda {
  release: NewsRow[]
  broken: Source[]
  drafts: NewsRow[]
  next: NewsRow[]
  lately: NewsRow[]
  /** What phones have heard of, the latest first. */
  reached: NewsRow[]
}

const SHOWN = 5

/** Handed in, and not by oneself: a second pair of eyes. */
function toRelease(row: NewsRow, me: string): boolean {
  return row.submitted_at !== null && row.submitted_by !== me
}

function byDate(one: NewsRow, other: NewsRow): number {
  return (one.publish_at ?? '').localeCompare(other.publish_at ?? '')
}

/** `rows` as the server lists them: unfinished first, then the visible ones, newest first. */
export function agendaOf(rows: NewsRow[], sources: Source[], me: string, now: Date): Agenda {
  const coming = rows.filter(
    ({ state, publish_at }) => (state === 'scheduled' || state === 'submitted') && publish_at !== null && new Date(publish_at) > now,
  )
  return {
    release: rows.filter((row) => toRelease(row, me)).sort(byDate),
    broken: sources.filter(({ active, last_error }) => active && last_error !== null),
    drafts: rows.filter((row) => row.submitted_at === null && (row.state === 'draft' || row.unpublished_changes)).slice(0, SHOWN),
    next: coming.sort(byDate).slice(0, SHOWN),
    lately: rows.filter(({ state, source_name, source_edited }) => state === 'visible' && (source_name === null || source_edited)).slice(0, 2),
    reached: rows
      .filter(({ notification }) => notification !== null && notification.reached > 0)
      .sort((one, other) => (other.notification?.due_at ?? '').localeCompare(one.notification?.due_at ?? ''))
      .slice(0, 2),
  }
}

/** By the clocks of Berlin: before eleven morning, from six in the evening on evening. */
export function partOfDay(now: Date): 'morning' | 'day' | 'evening' {
  const hour = Number(new Intl.DateTimeFormat('en-GB', { hour: 'numeric', hourCycle: 'h23', timeZone: 'Europe/Berlin' }).format(now))
  return hour >= 4 && hour < 11 ? 'morning' : hour >= 11 && hour < 18 ? 'day' : 'evening'
}
