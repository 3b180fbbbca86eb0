// SPDX-License-Identifier: EUPL-1.2
/** Offices on the way to and from the server; what two people changed apart is joined. Knows no page and no words. */

import type { components } from '../../../api/schema'
import { creating, matching, staff, type Answer } from '../../../api/staff'
import type { Times } from '../../../services/hours'
import { merge } from '../../compose/merge'
import { useLoad, type Loaded } from '../../ui/load'

type Schemas = components['schemas']
export type Office = Schemas['StaffOffice']
export type Content = Schemas['OfficeContent']
export type Closing = Schemas['Closing']
export type Exception = Content['exceptions'][number]

const ALL = '/api/v1/staff/services/offices'
const ONE = `${ALL}/{office_id}` as const
const CLOSURE = `${ONE}/closure` as const

export const EMPTY: Content = {
  ...{ name: '', address: { street: '', postcode: '', city: '', extra: '' }, lat: null, lon: null, phone: null, email: null, url: null },
  ...{ hours: [], exceptions: [], accessibility: '', transit: '', note: '', hidden: false },
}

export function useOffices(): Loaded<Office[]> {
  return useLoad('services/offices', () => staff.GET(ALL))
}

export function contentOf(office: Office): Content {
  const { name, address, lat, lon, phone, email, url, hours, exceptions, accessibility, transit, note, hidden } = office
  return { name, address, lat, lon, phone, email, url, hours, exceptions, accessibility, transit, note, hidden }
}

/** What decides when it is open. The closure is the last: of two exceptions for one day the last one holds. */
export function timesOf({ hours, exceptions, closure }: Office, holidays: string[]): Times {
  return { hours, exceptions: closure === null ? exceptions : [...exceptions, closure], holidays }
}

/** The list with one office as it is now; a new one at its end. */
export function withOffice(rows: Office[], office: Office): Office[] {
  return rows.some(({ id }) => id === office.id) ? rows.map((row) => (row.id === office.id ? office : row)) : [...rows, office]
}

export type Kept = Answer<Office> | { ok: false; clash: Office; unreachable?: undefined; status?: undefined }

/** Keeps a part of an office. Where somebody else changed another part meanwhile, both stay; of the same part one is told. */
export async function keepOffice(base: Office, part: Partial<Content>): Promise<Kept> {
  const send = (office: Office, body: Content) => staff.PUT(ONE, { params: { path: { office_id: office.id }, header: matching(office.version) }, body })
  const mine = { ...contentOf(base), ...part }
  const answer = await send(base, mine)
  if (answer.ok || answer.unreachable || answer.status !== 412 || !answer.problem.current) return answer
  const theirs = answer.problem.current as Office
  const merged = merge<Content>(contentOf(base), mine, contentOf(theirs), [])
  return merged.conflicts.length > 0 ? { ok: false, clash: theirs } : send(theirs, merged.resolve([]))
}

/** A new one; sent twice it arrives once. */
export function makeOffice(id: string, body: Content): Promise<Answer<Office>> {
  return staff.PUT(ONE, { params: { path: { office_id: id }, header: creating }, body })
}

export function removeOffice({ id, version }: Office): Promise<Answer<unknown>> {
  return staff.DELETE(ONE, { params: { path: { office_id: id }, header: matching(version) } })
}

export function closeOffice({ id }: Office, body: Closing): Promise<Answer<Office>> {
  return staff.PUT(CLOSURE, { params: { path: { office_id: id } }, body })
}

export function reopenOffice({ id }: Office): Promise<Answer<Office>> {
  return staff.DELETE(CLOSURE, { params: { path: { office_id: id } } })
}
