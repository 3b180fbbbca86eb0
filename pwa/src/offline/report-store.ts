// SPDX-License-Identifier: EUPL-1.2
/**
 * What this device keeps of the resident's own reports: the one being written, those that wait to be sent, the way to
 * those that arrived, and photos that another app has shared. Knows no network and no DOM.
 */

import type { Receipt } from '../api/reports'
import { inDatabase } from './device-database'
import { REPORTS_DATABASE } from './names'

/** `draft`: 'words' and one record for each photo · `outbox`, `mine`: by id · `shared`: photos as they came. */
const STORES = ['draft', 'outbox', 'mine', 'shared'] as const

/** A report that waits to be sent. */
export interface Waiting {
  id: string
  secret: string
  /** The JSON as it is sent, byte for byte the same at each try. */
  report: string
  /** Buffers, not blobs: some browsers lose the bytes behind a stored blob. */
  photos: ArrayBuffer[]
  state: 'queued' | 'sending' | 'refused'
  /** Why the town hall refused it. */
  refusal?: { code: string; detail: string | undefined; fields: string[] } | undefined
  since: number
  /** What was written, to put it right after a refusal. */
  draft: unknown
}

/** A report of this device and the key to it. */
export interface Mine {
  id: string
  secret: string
  /** Null until the town hall has given one. */
  number: string | null
  category: { code: string; name: string; icon: string }
  place: string | null
  /** Epoch milliseconds. */
  created: number
  state: 'waiting' | 'refused' | 'sent'
  /** The day of the promised answer. */
  due_on: string | null
}

/** A photo that another app has handed over, not yet read by anybody. */
export interface Shared {
  data: ArrayBuffer
  type: string
}

export function inReports<T>(mode: IDBTransactionMode, work: (change: IDBTransaction) => IDBRequest<T> | undefined): Promise<T> {
  return inDatabase(REPORTS_DATABASE, STORES, mode, work)
}

/** Everything in one store. */
export function readAll<T>(store: (typeof STORES)[number]): Promise<T[]> {
  return inReports('readonly', (change) => change.objectStore(store).getAll() as IDBRequest<T[]>)
}

/** What becomes of a waiting report: in one step, so that it is never in both places nor in none. */
function settle(id: string, change: (waiting: Waiting, mine: Mine | undefined, into: IDBTransaction) => void): Promise<unknown> {
  return inReports('readwrite', (into) => {
    const asking = into.objectStore('outbox').get(id) as IDBRequest<Waiting | undefined>
    const knowing = into.objectStore('mine').get(id) as IDBRequest<Mine | undefined>
    // Requests of one transaction are answered in order: with the second one both are there.
    knowing.addEventListener('success', () => asking.result && change(asking.result, knowing.result, into))
    return undefined
  })
}

export function markState(id: string, state: Waiting['state'], refusal?: Waiting['refusal']): Promise<unknown> {
  return settle(id, (waiting, mine, into) => {
    into.objectStore('outbox').put({ ...waiting, state, refusal }, id)
    if (mine) into.objectStore('mine').put({ ...mine, state: state === 'refused' ? state : 'waiting' }, id)
  })
}

/** It has arrived: nothing waits any more, and the number is known. */
export function markSent(id: string, { number, due_on }: Receipt): Promise<unknown> {
  return settle(id, (_waiting, mine, into) => {
    into.objectStore('outbox').delete(id)
    if (mine) into.objectStore('mine').put({ ...mine, state: 'sent', number, due_on }, id)
  })
}
