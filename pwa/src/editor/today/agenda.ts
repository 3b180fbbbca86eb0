// SPDX-License-Identifier: EUPL-1.2
/** What of news, events and reports needs this person today, what they may go on with, what appears next. Pure: the present moment is an argument. */

import type { components } from '../../api/schema'

type Schemas = components['schemas']
type Shared = keyof Schemas['StaffNewsListItem'] & keyof Schemas['StaffEventListItem']
/** A news item or an event, as far as both are the same. */
export type Piece = Pick<Schemas['StaffNewsListItem'], Shared> & { kind: 'news' | 'event' }
export type Source = Schemas['StaffSource'] & Pick<Piece, 'kind'>

export type Report = Schemas['StaffDefectListItem']

export interface Agenda {
  /** Of the inbox what is late, due today, answered or objected to. */
  reports: Report[]
  /** So many of the inbox have time. */
  reportsLater: number

  release: Piece[]
  broken: Source[]
  drafts: Piece[]
  next: Piece[]
  lately: Piece[]
  /** What phones have heard of, the latest first. */
  reached: Piece[]
}

const SHOWN = 5

/** Handed in, and not by oneself: a second pair of eyes. */
function toRelease(row: Piece, me: string): boolean {
  return row.submitted_at !== null && row.submitted_by !== me
}

function byDate(one: Piece, other: Piece): number {
  return (one.publish_at ?? '').localeCompare(other.publish_at ?? '')
}

function latest(one: string | null, other: string | null): number {
  return (other ?? '').localeCompare(one ?? '')
}

export function agendaOf(rows: Piece[], sources: Source[], me: string, now: Date, inbox: Report[] = []): Agenda {
  const coming = rows.filter(
    ({ state, publish_at }) => (state === 'scheduled' || state === 'submitted') && publish_at !== null && new Date(publish_at) > now,
  )
  const reports = inbox.filter(({ group, flags }) => group === 'overdue' || group === 'today' || flags > 0)
  return {
    reports,
    reportsLater: inbox.length - reports.length,
    release: rows.filter((row) => toRelease(row, me)).sort(byDate),
    broken: sources.filter(({ active, last_error }) => active && last_error !== null),
    drafts: rows.filter((row) => row.submitted_at === null && (row.state === 'draft' || row.unpublished_changes)).sort((one, other) => latest(one.edited_at, other.edited_at)).slice(0, SHOWN),
    next: coming.sort(byDate).slice(0, SHOWN),
    lately: rows
      .filter(({ state, source_name, source_edited }) => state === 'visible' && (source_name === null || source_edited))
      .sort((one, other) => latest(one.published_at, other.published_at))
      .slice(0, 2),
    reached: rows
      .filter(({ notification }) => notification !== null && notification.reached > 0)
      .sort((one, other) => latest(one.notification?.due_at ?? null, other.notification?.due_at ?? null))
      .slice(0, 2),
  }
}

/** By the clocks of Berlin: before eleven morning, from six in the evening on evening. */
export function partOfDay(now: Date): 'morning' | 'day' | 'evening' {
  const hour = Number(new Intl.DateTimeFormat('en-GB', { hour: 'numeric', hourCycle: 'h23', timeZone: 'Europe/Berlin' }).format(now))
  return hour >= 4 && hour < 11 ? 'morning' : hour >= 11 && hour < 18 ? 'day' : 'evening'
}
