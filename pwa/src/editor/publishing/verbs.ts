// SPDX-License-Identifier: EUPL-1.2
/** Things on the way to and from the server, in the composer's terms: the same verbs at each address. Knows no page and no words. */

import { creating, matching, staff, type Answer } from '../../api/staff'
import type { paths } from '../../api/schema'
import type { Sent } from '../compose/autosave'
import type { Loaded } from '../compose/desk'
import type { Revision } from '../compose/history-sheet'
import type { Wish } from '../push/model'

/** Below these addresses the contract has things that are saved, published and kept in versions. */
export type Home = { [Path in keyof paths]: Path extends `${infer Start}/{${string}}/publication` ? Start : never }[keyof paths]

interface Thing<C> {
  id: string
  version: number
  content: C
}
type Versioned = Pick<Thing<unknown>, 'id' | 'version'>

const DEEDS = { publish: 'publication', submit: 'submission', withdraw: 'withdrawal', restore: 'restoration', discard: 'discard' } as const
export type Deed = keyof typeof DEEDS

export interface Verbs<C, T> {
  load(id: string): Promise<Loaded<T>>
  save(id: string, content: C, version: string | null): Promise<Sent<T>>
  /** Saves `content` and goes back to what was there before: both are in the history then. */
  archive(id: string, content: C, version: string): Promise<T | undefined>
  act(deed: Deed, thing: Versioned): Promise<Answer<T>>
  /** Shows it to residents, and lets phones ring with it if wished. */
  publish(thing: Versioned, notification: Wish | null): Promise<Answer<T>>
  giveBack(thing: Versioned, note: string): Promise<Answer<T>>
  remove(thing: Versioned): Promise<Answer<unknown>>
  listRevisions(id: string): Promise<Revision[] | undefined>
  getRevision(id: string, revision: string): Promise<C | undefined>
  restoreRevision(thing: Versioned, revision: string): Promise<Answer<T>>
}

export function sentOf<T>(answer: Answer<T>): Sent<T> {
  if (answer.ok) return { kind: 'saved', thing: answer.data }
  if (answer.unreachable || answer.status >= 500 || answer.status === 401 || answer.status === 429) return { kind: 'unreached' }
  if (answer.problem.current !== undefined) return { kind: 'conflict', current: answer.problem.current as T }
  return { kind: 'refused' }
}

/** The contract says for each address what goes and comes; here one function serves several, and C and T say it. */
type Untyped = (path: string, init?: object) => Promise<Answer<unknown>>
const wire = staff as unknown as Record<'GET' | 'PUT' | 'POST' | 'DELETE', Untyped>

export function verbsOf<C, T extends Thing<unknown>>(home: Home, contentOf: (thing: Pick<T, 'content'>) => C): Verbs<C, T> {
  const post = (path: string, { id, version }: Versioned, body?: object) =>
    wire.POST(`${home}/${id}/${path}`, { params: { header: matching(version) }, ...(body && { body }) }) as Promise<Answer<T>>
  const verbs: Verbs<C, T> = {
    async load(id) {
      const answer = (await wire.GET(`${home}/${id}`)) as Answer<T>
      if (answer.ok) return { kind: 'found', thing: answer.data }
      return { kind: answer.status === 404 ? 'missing' : 'unreached' }
    },
    async save(id, content, version) {
      const header = version === null ? creating : matching(Number(version))
      return sentOf((await wire.PUT(`${home}/${id}`, { params: { header }, body: content })) as Answer<T>)
    },
    async archive(id, content, version) {
      const before = (await verbs.listRevisions(id))?.[0]
      const saved = await verbs.save(id, content, version)
      if (saved.kind !== 'saved') return undefined
      if (before === undefined) return saved.thing
      const back = await verbs.restoreRevision(saved.thing, before.id)
      return back.ok ? back.data : saved.thing
    },
    act: (deed, thing) => post(DEEDS[deed], thing),
    publish: (thing, notification) => post(DEEDS.publish, thing, { notification }),
    giveBack: (thing, note) => post('return', thing, { note }),
    remove: ({ id, version }) => wire.DELETE(`${home}/${id}`, { params: { header: matching(version) } }),
    async listRevisions(id) {
      const answer = (await wire.GET(`${home}/${id}/revisions`)) as Answer<Revision[]>
      return answer.ok ? answer.data : undefined
    },
    async getRevision(id, revision) {
      const answer = (await wire.GET(`${home}/${id}/revisions/${revision}`)) as Answer<Pick<T, 'content'>>
      return answer.ok ? contentOf(answer.data) : undefined
    },
    restoreRevision: (thing, revision) => post(`revisions/${revision}/restoration`, thing),
  }
  return verbs
}
