// SPDX-License-Identifier: EUPL-1.2
/** News on the way to and from the server, in the composer's terms. Knows no page and no words. */

import { creating, matching, staff, type Answer } from '../../api/staff'
import type { Sent } from '../compose/autosave'
import type { Loaded } from '../compose/desk'
import type { Wish } from '../push/model'
import { contentOf, type NewsContent, type StaffNews, type Verb } from './model'

const ONE = '/api/v1/staff/news/{item_id}'

function at(item_id: string) {
  return { path: { item_id } }
}

export async function load(id: string): Promise<Loaded<StaffNews>> {
  const answer = await staff.GET(ONE, { params: at(id) })
  if (answer.ok) return { kind: 'found', thing: answer.data }
  return { kind: answer.status === 404 ? 'missing' : 'unreached' }
}

export function sentOf<T>(answer: Answer<T>): Sent<T> {
  if (answer.ok) return { kind: 'saved', thing: answer.data }
  if (answer.unreachable || answer.status >= 500 || answer.status === 401 || answer.status === 429) return { kind: 'unreached' }
  if (answer.problem.current !== undefined) return { kind: 'conflict', current: answer.problem.current as T }
  return { kind: 'refused' }
}

export async function save(id: string, content: NewsContent, version: string | null): Promise<Sent<StaffNews>> {
  const header = version === null ? creating : matching(Number(version))
  return sentOf(await staff.PUT(ONE, { params: { ...at(id), header }, body: content }))
}

/** Saves `content` and goes back to what was there before: both are in the history then. */
export async function archive(id: string, content: NewsContent, version: string): Promise<StaffNews | undefined> {
  const lines = await staff.GET(`${ONE}/revisions`, { params: at(id) })
  const before = lines.ok ? lines.data[0] : undefined
  const saved = await save(id, content, version)
  if (saved.kind !== 'saved') return undefined
  if (before === undefined) return saved.thing
  const back = await restoreRevision(saved.thing, before.id)
  return back.ok ? back.data : saved.thing
}

const DEEDS = {
  publish: `${ONE}/publication`,
  submit: `${ONE}/submission`,
  withdraw: `${ONE}/withdrawal`,
  restore: `${ONE}/restoration`,
  discard: `${ONE}/discard`,
} as const

export type SimpleVerb = keyof typeof DEEDS & Verb

type Versioned = Pick<StaffNews, 'id' | 'version'>

export function act(verb: SimpleVerb, { id, version }: Versioned): Promise<Answer<StaffNews>> {
  return staff.POST(DEEDS[verb], { params: { ...at(id), header: matching(version) } })
}

/** Shows it to residents, and lets phones ring with it if wished. */
export function publish({ id, version }: Versioned, notification: Wish | null): Promise<Answer<StaffNews>> {
  return staff.POST(DEEDS.publish, { params: { ...at(id), header: matching(version) }, body: { notification } })
}

export function giveBack({ id, version }: Versioned, note: string): Promise<Answer<StaffNews>> {
  return staff.POST(`${ONE}/return`, { params: { ...at(id), header: matching(version) }, body: { note } })
}

export function remove({ id, version }: Versioned): Promise<Answer<unknown>> {
  return staff.DELETE(ONE, { params: { ...at(id), header: matching(version) } })
}

export async function listRevisions(id: string) {
  const answer = await staff.GET(`${ONE}/revisions`, { params: at(id) })
  return answer.ok ? answer.data : undefined
}

export async function getRevision(item_id: string, revision_id: string): Promise<NewsContent | undefined> {
  const answer = await staff.GET(`${ONE}/revisions/{revision_id}`, { params: { path: { item_id, revision_id } } })
  return answer.ok ? contentOf(answer.data) : undefined
}

export function restoreRevision({ id, version }: Versioned, revision_id: string): Promise<Answer<StaffNews>> {
  const path = { item_id: id, revision_id }
  return staff.POST(`${ONE}/revisions/{revision_id}/restoration`, { params: { path, header: matching(version) } })
}
