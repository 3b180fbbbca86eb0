// SPDX-License-Identifier: EUPL-1.2
/**
 * Copies of public reads on this device: IndexedDB, bounded, never in the way. A device
 * without IndexedDB (private mode) or with a broken one reads as if nothing were stored.
 * Knows no network, no DOM and no meaning of what it keeps.
 */

import { deleteDB, openDB, type DBSchema, type IDBPDatabase } from 'idb'

export interface Copy {
  id: string
  body: unknown
  etag: string | undefined
  /** Epoch milliseconds of the network's last confirmation. */
  storedAt: number
  usedAt: number
  total: number | undefined
  nextPage: number | null | undefined
}

export interface Store {
  get(id: string): Promise<Copy | undefined>
  put(copy: Copy): Promise<void>
  remove(id: string): Promise<void>
  clear(): Promise<void>
}

interface Schema extends DBSchema {
  reads: { key: string; value: Copy; indexes: { usedAt: number } }
}

/** Own database: it may be thrown away whole without losing what a resident wrote. */
const NAME = 'sv-reads'

async function connect(lost: () => void): Promise<IDBPDatabase<Schema>> {
  const open = (): Promise<IDBPDatabase<Schema>> =>
    openDB<Schema>(NAME, 1, {
      upgrade: (db) => db.createObjectStore('reads', { keyPath: 'id' }).createIndex('usedAt', 'usedAt'),
      blocking: (_current, _blocked, event) => (event.target as IDBDatabase).close(),
      terminated: lost,
    })
  try {
    return await open()
  } catch {
    await deleteDB(NAME)
    return await open()
  }
}

function isCopy(value: Copy | undefined): value is Copy {
  return value !== undefined && typeof value.storedAt === 'number' && value.body !== undefined
}

async function trim(db: IDBPDatabase<Schema>, limit: number): Promise<void> {
  const over = (await db.count('reads')) - limit
  if (over <= 0) return
  const write = db.transaction('reads', 'readwrite')
  let cursor = await write.store.index('usedAt').openCursor()
  for (let n = 0; cursor !== null && n < over; n++) {
    await cursor.delete()
    cursor = await cursor.continue()
  }
  await write.done
}

/** The device's store; keeps the `limit` copies used last. Its promises never reject. */
export function openStore(limit = 200): Store {
  let connection: Promise<IDBPDatabase<Schema>> | undefined
  const lost = (): void => {
    connection = undefined
  }
  async function attempt<R>(work: (db: IDBPDatabase<Schema>) => Promise<R>): Promise<R | undefined> {
    try {
      connection ??= connect(lost)
      return await work(await connection)
    } catch {
      lost()
      return undefined
    }
  }
  return {
    async get(id) {
      const copy = await attempt((db) => db.get('reads', id))
      return isCopy(copy) ? copy : undefined
    },
    async put(copy) {
      await attempt(async (db) => {
        await db.put('reads', copy)
        await trim(db, limit)
      })
    },
    async remove(id) {
      await attempt((db) => db.delete('reads', id))
    },
    async clear() {
      await attempt((db) => db.clear('reads'))
    },
  }
}
