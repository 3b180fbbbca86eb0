// SPDX-License-Identifier: EUPL-1.2
/**
 * What somebody is writing, kept on this device until the server has it: IndexedDB, one record per municipality,
 * person and thing. A device without IndexedDB writes on as if nothing were kept. Knows no network and no page.
 */

import { openDB, type DBSchema, type IDBPDatabase } from 'idb'

export interface Draft<C> {
  content: C
  /** The server's version that this was written on; null when the server has none yet. */
  base: { version: string; content: C } | null
  /** Epoch milliseconds. */
  at: number
}

export interface DraftStore {
  get<C>(key: string): Promise<Draft<C> | undefined>
  put<C>(key: string, draft: Draft<C>): Promise<boolean>
  remove(key: string): Promise<void>
  /** Removes everything whose key begins like this. */
  removeAll(prefix: string): Promise<void>
}

interface Schema extends DBSchema {
  drafts: { key: string; value: Draft<unknown> }
}

/** Where one person's drafts of this municipality lie; the address of the page tells the municipality. */
export function draftPrefix(person: string): string {
  return `${location.host}|${person}|`
}

export function openDrafts(): DraftStore {
  let connection: Promise<IDBPDatabase<Schema>> | undefined
  async function attempt<R>(work: (db: IDBPDatabase<Schema>) => Promise<R>): Promise<R | undefined> {
    try {
      connection ??= openDB<Schema>('sv-drafts', 1, {
        upgrade: (db) => void db.createObjectStore('drafts'),
        blocking: (_current, _blocked, event) => (event.target as IDBDatabase).close(),
        terminated: () => (connection = undefined),
      })
      return await work(await connection)
    } catch {
      connection = undefined
      return undefined
    }
  }
  return {
    get: async <C>(key: string) => (await attempt((db) => db.get('drafts', key))) as Draft<C> | undefined,
    put: async (key, draft) => (await attempt((db) => db.put('drafts', draft, key))) !== undefined,
    remove: async (key) => void (await attempt((db) => db.delete('drafts', key))),
    removeAll: async (prefix) => void (await attempt((db) => db.delete('drafts', IDBKeyRange.bound(prefix, `${prefix}\uffff`)))),
  }
}

/** The one store of this page. */
export const drafts = openDrafts()
