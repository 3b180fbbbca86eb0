// SPDX-License-Identifier: EUPL-1.2
/**
 * One piece of work in a database of this device. Plain IndexedDB, so that the service worker, which uses it too, stays
 * small. Knows no DOM and no meaning of what is kept.
 */

function started<T>(change: IDBTransaction, work: (change: IDBTransaction) => T): T {
  try {
    return work(change)
  } catch (failure) {
    change.abort()
    throw failure
  }
}

/** Opens `name`, does `work` in one transaction over all `stores`, closes. Resolves once it is on the disk. */
export function inDatabase<T>(name: string, stores: readonly string[], mode: IDBTransactionMode, work: (change: IDBTransaction) => IDBRequest<T> | undefined): Promise<T> {
  return new Promise((done, fail) => {
    const opening = indexedDB.open(name, 1)
    opening.onupgradeneeded = () => stores.forEach((store) => opening.result.createObjectStore(store))
    opening.onerror = () => fail(opening.error)
    opening.onsuccess = () => {
      const db = opening.result
      const end = (failure: unknown): void => {
        db.close()
        fail(failure)
      }
      try {
        const change = db.transaction([...stores], mode, { durability: 'strict' })
        change.onabort = () => end(change.error)
        const request = started(change, work)
        change.oncomplete = () => {
          db.close()
          done(request?.result as T)
        }
      } catch (failure) {
        // Nobody hears what is thrown here, and half of the work would count as all of it.
        end(failure)
      }
    }
  })
}
