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

/** What a decision leaves as it is. */
export const AS_IT_IS: Decision = {
  ...{ status: null, note: '', reason: null, expected_on: null, forwarded: null, master: null, title: null },
  ...{ public_text: null, text_public: null, public_place: null, hidden: null, insist: false },
}
