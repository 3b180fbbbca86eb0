// SPDX-License-Identifier: EUPL-1.2
/** Pages on the way to and from the server, in the composer's terms. Knows no page and no words. */

import { creating, matching, staff, type Answer } from '../../api/staff'
import type { Sent } from '../compose/autosave'
import type { Loaded } from '../compose/desk'
import { sentOf } from '../news/api'
import type { PageContent, StaffPage } from './model'

const ONE = '/api/v1/staff/pages/{page_id}'

type Versioned = Pick<StaffPage, 'id' | 'version'>

function at({ id, version }: Versioned) {
  return { params: { path: { page_id: id }, header: matching(version) } }
}

export async function load(id: string): Promise<Loaded<StaffPage>> {
  const answer = await staff.GET(ONE, { params: { path: { page_id: id } } })
  if (answer.ok) return { kind: 'found', thing: answer.data }
  return { kind: answer.status === 404 ? 'missing' : 'unreached' }
}

export async function save(id: string, body: PageContent, version: string | null): Promise<Sent<StaffPage>> {
  const header = version === null ? creating : matching(Number(version))
  return sentOf(await staff.PUT(ONE, { params: { path: { page_id: id }, header }, body }))
}

/** Saves `content` and goes back to what was there before: both are in the history then. */
export async function archive(id: string, content: PageContent, version: string): Promise<StaffPage | undefined> {
  const before = (await listRevisions(id))?.[0]
  const saved = await save(id, content, version)
  if (saved.kind !== 'saved') return undefined
  if (before === undefined) return saved.thing
  const back = await restoreRevision(saved.thing, before.id)
  return back.ok ? back.data : saved.thing
}

export function publish(page: Versioned): Promise<Answer<StaffPage>> {
  return staff.POST(`${ONE}/publication`, at(page))
}

export function discard(page: Versioned): Promise<Answer<StaffPage>> {
  return staff.POST(`${ONE}/discard`, at(page))
}

export function remove(page: Versioned): Promise<Answer<unknown>> {
  return staff.DELETE(ONE, at(page))
}

export async function listRevisions(id: string) {
  const answer = await staff.GET(`${ONE}/revisions`, { params: { path: { page_id: id } } })
  return answer.ok ? answer.data : undefined
}

export async function getRevision(page_id: string, revision_id: string): Promise<PageContent | undefined> {
  const answer = await staff.GET(`${ONE}/revisions/{revision_id}`, { params: { path: { page_id, revision_id } } })
  return answer.ok ? answer.data.content : undefined
}

export function restoreRevision({ id, version }: Versioned, revision_id: string): Promise<Answer<StaffPage>> {
  const path = { page_id: id, revision_id }
  return staff.POST(`${ONE}/revisions/{revision_id}/restoration`, { params: { path, header: matching(version) } })
}

