// SPDX-License-Identifier: EUPL-1.2
/** Whether this browser gets notifications of this municipality, as the resident's app remembers it. Never makes or changes that memory. */

export interface OwnDevice {
  id: string
  auth: string
}

const NAME = 'sv-push'
const STORE = 'own'

/** Undefined where none is switched on, also on a device that keeps nothing. */
export function ownDevice(): Promise<OwnDevice | undefined> {
  return new Promise((done) => {
    const opening = indexedDB.open(NAME)
    // There is no such memory yet, and this is not the place to begin one.
    opening.onupgradeneeded = () => opening.transaction?.abort()
    opening.onerror = () => done(undefined)
    opening.onsuccess = () => {
      const db = opening.result
      const finish = (found?: OwnDevice) => {
        db.close()
        done(found)
      }
      if (!db.objectStoreNames.contains(STORE)) return finish()
      const request = db.transaction(STORE).objectStore(STORE).get(STORE)
      request.onsuccess = () => {
        const found = request.result as OwnDevice | undefined
        finish(found && { id: found.id, auth: found.auth })
      }
      request.onerror = () => finish()
    }
  })
}
