// SPDX-License-Identifier: EUPL-1.2
/**
 * What this device remembers of its notifications: which subscription is its own and what was chosen. In IndexedDB, so
 * that the service worker can renew it; plain, so that the worker stays small. Knows no network.
 */

import type { PushOwner } from '../api/push'
import type { PushRow } from '../api/types'

/** What the resident chooses. */
export type Wishes = Pick<PushRow, 'topics' | 'quiet' | 'urgent_passes'>

export interface PushRecord extends PushOwner, Wishes {
  /** The municipality's public key, which a renewed subscription needs again. */
  key: string
}

const STORE = 'own'

function inStore<T>(mode: IDBTransactionMode, work: (store: IDBObjectStore) => IDBRequest<T>): Promise<T> {
  return new Promise((done, fail) => {
    const opening = indexedDB.open('sv-push', 1)
    opening.onupgradeneeded = () => opening.result.createObjectStore(STORE)
    opening.onerror = () => fail(opening.error)
    opening.onsuccess = () => {
      const db = opening.result
      const change = db.transaction(STORE, mode)
      const request = work(change.objectStore(STORE))
      change.oncomplete = () => {
        db.close()
        done(request.result)
      }
      change.onabort = () => {
        db.close()
        fail(change.error)
      }
    }
  })
}

/** Undefined while there is none, also on a device that keeps nothing. Never rejects. */
export function readRecord(): Promise<PushRecord | undefined> {
  return inStore<PushRecord | undefined>('readonly', (store) => store.get(STORE)).catch(() => undefined)
}

export async function writeRecord(record: PushRecord): Promise<void> {
  await inStore('readwrite', (store) => store.put(record, STORE))
}

export async function clearRecord(): Promise<void> {
  await inStore('readwrite', (store) => store.clear())
}
