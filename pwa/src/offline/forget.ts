// SPDX-License-Identifier: EUPL-1.2
/** Removes what this device remembers of the resident. The app's own shell stays: it tells nothing. */

import { deleteDB } from 'idb'
import { pageReads } from './cached'
import { MEDIA_CACHE, REPORTS_DATABASE } from './names'
import { unsubscribe } from './unsubscribe'
import { lookForWaiting } from './waiting'

/** Deletes cached reads, pictures, own reports, settings and notifications of this municipality from this device. */
export async function forgetEverything(): Promise<void> {
  try {
    for (const key of Object.keys(localStorage)) if (key.startsWith('sv-')) localStorage.removeItem(key)
    sessionStorage.clear()
  } catch {
    // Storage is switched off: then nothing is there to forget.
  }
  if ((await unsubscribe(true)) !== 'done') throw new Error('still subscribed')
  await pageReads().forget()
  await deleteDB(REPORTS_DATABASE)
  await lookForWaiting()
  if ('caches' in globalThis) await caches.delete(MEDIA_CACHE)
}
