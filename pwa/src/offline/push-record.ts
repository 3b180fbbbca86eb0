// SPDX-License-Identifier: EUPL-1.2
/**
 * What this device remembers of its notifications: which subscription is its own, what was chosen and what came last. In
 * IndexedDB, so that the service worker can renew and add to it; plain, so that the worker stays small. Knows no network.
 */

import type { PushOwner } from '../api/push'
import type { PushRow } from '../api/types'
import { inDatabase } from './device-database'
import type { Shown } from './notification'

/** What the resident chooses. */
export type Wishes = Pick<PushRow, 'topics' | 'quiet' | 'urgent_passes'>

export interface PushRecord extends PushOwner, Wishes {
  /** The municipality's public key, which a renewed subscription needs again. */
  key: string
}

const STORE = 'own'
const ARRIVED = 'arrived'
const ARRIVED_KEPT = 5

function inStore<T>(mode: IDBTransactionMode, work: (store: IDBObjectStore) => IDBRequest<T>): Promise<T> {
  return inDatabase('sv-push', [STORE], mode, (change) => work(change.objectStore(STORE)))
}

/** Undefined while there is none, also on a device that keeps nothing. Never rejects. */
export function readRecord(): Promise<PushRecord | undefined> {
  return inStore<PushRecord | undefined>('readonly', (store) => store.get(STORE)).catch(() => undefined)
}

export async function writeRecord(record: PushRecord): Promise<void> {
  await inStore('readwrite', (store) => store.put(record, STORE))
}

/** Nothing stays, neither the record nor what came. */
export async function clearRecord(): Promise<void> {
  await inStore('readwrite', (store) => store.clear())
}

/** What came last, the newest first. Never rejects. */
export async function readArrived(): Promise<Shown[]> {
  const found = await inStore<Shown[] | undefined>('readonly', (store) => store.get(ARRIVED)).catch(() => undefined)
  return found ?? []
}

/** A swiped notification is gone from the phone, and one on its own stands nowhere else. Never rejects. */
export async function keepArrived(shown: Shown): Promise<void> {
  await inStore<Shown[] | undefined>('readwrite', (store) => {
    const asking = store.get(ARRIVED)
    // In the same transaction: of two that come at once neither is lost.
    asking.addEventListener('success', () => {
      const others = ((asking.result as Shown[] | undefined) ?? []).filter(({ tag }) => tag !== shown.tag)
      store.put([shown, ...others].slice(0, ARRIVED_KEPT), ARRIVED)
    })
    return asking
  }).catch(() => undefined)
}
