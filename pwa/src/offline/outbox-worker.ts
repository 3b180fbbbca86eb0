// SPDX-License-Identifier: EUPL-1.2
/** The service worker's part of reporting: sends when the network is back, takes photos from other apps. Part of sw.ts only. */

import { drain, OUTBOX_SYNC } from './outbox'
import { inReports, type Shared } from './report-store'

/** Not in TypeScript's library: only Chromium has it. */
interface SyncEvent extends ExtendableEvent {
  tag: string
}

/** Address and field as the manifest names them (share_target). */
const SHARE = '/maengel/teilen'
const FIELD = 'photo'
const MOST = 5

/** Keeps the photos for the page, which can shrink them; a report begins there. */
async function take(request: Request): Promise<Response> {
  try {
    const files = (await request.formData()).getAll(FIELD).filter((part) => typeof part !== 'string')
    const shared = await Promise.all(files.slice(0, MOST).map(async (file): Promise<Shared> => ({ data: await file.arrayBuffer(), type: file.type })))
    await inReports('readwrite', (change) => {
      const store = change.objectStore('shared')
      store.clear()
      shared.forEach((photo, at) => store.put(photo, at))
      return undefined
    })
  } catch {
    // A device that keeps nothing: the report begins without the photo.
  }
  return Response.redirect('/maengel/melden?geteilt', 303)
}

export function listenForReports(worker: ServiceWorkerGlobalScope): void {
  worker.addEventListener('fetch', (event) => {
    if (event.request.method === 'POST' && new URL(event.request.url).pathname === SHARE) event.respondWith(take(event.request))
  })
  worker.addEventListener('sync', (event) => {
    const { tag, waitUntil } = event as SyncEvent
    // A failed sync is tried again by the browser.
    if (tag === OUTBOX_SYNC) waitUntil.call(event, drain().then((done) => (done ? undefined : Promise.reject(new Error('later')))))
  })
}
