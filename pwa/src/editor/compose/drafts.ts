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
  /** For a page that ends now: such a page gets no answer from the database any more. */
  putNow<C>(key: string, draft: Draft<C>): void
  remove(key: string): Promise<void>
  /** Removes everything whose key begins like this. */
  removeAll(prefix: string): Promise<void>
}

/** The last words of a page that was closed; at the next opening they are what counts. */
const LAST = 'sv-last-words:'

function lastWords<C>(key: string): Draft<C> | undefined {
  try {
    const found = localStorage.getItem(LAST + key)
    return found === null ? undefined : (JSON.parse(found) as Draft<C>)
  } catch {
    return undefined
  }
}

function forgetLastWords(prefix: string): void {
  try {
    for (const key of Object.keys(localStorage)) if (key.startsWith(LAST + prefix)) localStorage.removeItem(key)
  } catch {
    // Storage is switched off: there is nothing to forget.
  }
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
    async get<C>(key: string) {
      const kept = (await attempt((db) => db.get('drafts', key))) as Draft<C> | undefined
      const last = lastWords<C>(key)
      return last !== undefined && last.at >= (kept?.at ?? 0) ? last : kept
    },
    put: async (key, draft) => (await attempt((db) => db.put('drafts', draft, key))) !== undefined,
    putNow(key, draft) {
      try {
        localStorage.setItem(LAST + key, JSON.stringify(draft))
      } catch {
        void attempt((db) => db.put('drafts', draft, key))
      }
    },
    async remove(key) {
      forgetLastWords(key)
      await attempt((db) => db.delete('drafts', key))
    },
    async removeAll(prefix) {
      forgetLastWords(prefix)
      await attempt((db) => db.delete('drafts', IDBKeyRange.bound(prefix, `${prefix}\uffff`)))
    },
  }
}

/** The one store of this page. */
export const drafts = openDrafts()
