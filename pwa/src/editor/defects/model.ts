// SPDX-License-Identifier: EUPL-1.2
/** Reports as the staff's server says them, and the addresses of their pages. Knows no page. */

import type { components } from '../../api/schema'

type Schemas = components['schemas']
export type ReportRow = Schemas['StaffDefectListItem']
export type Report = Schemas['StaffDefect']
export type Entry = Report['history'][number]
export type Photo = Report['photos'][number]
export type Template = Schemas['AnswerTemplate']
export type Near = Report['duplicates'][number]
export type Contact = Schemas['StaffContact']
export type Decision = Schemas['Decision']
export type Forward = Schemas['Forward']

export const LIST = '/redaktion/meldungen'
export const VIEWS = ['inbox', 'working', 'waiting', 'closed'] as const
export type View = (typeof VIEWS)[number]
export const PAGE_SIZE = 50

export function addressOfReport(id: string): string {
  return `${LIST}/${id}`
}

/**
 * The address of a photo as it is now: areas are burned in under the same one, and a page that has the old picture would
 * go on showing it.
 */
export function sourceOf(src: string, version: number): string {
  return `${src}${src.includes('?') ? '&' : '?'}v=${version}`
}

/** The small picture of a report. */
export function thumbOf({ photo, version }: Pick<ReportRow, 'photo' | 'version'>): { src: string; width: number; height: number } | null {
  return photo && { ...photo, src: sourceOf(photo.src, version) }
}

/** What a decision leaves as it is. */
export const AS_IT_IS: Decision = {
  ...{ status: null, note: '', reason: null, expected_on: null, forwarded: null, master: null, title: null },
  ...{ public_text: null, text_public: null, public_place: null, hidden: null, insist: false },
}
