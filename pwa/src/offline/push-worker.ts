// SPDX-License-Identifier: EUPL-1.2
/** The service worker's part of notifications: show, open, renew. Part of sw.ts only; knows no cache. */

import { notificationOf, type Shown } from './notification'
import { keepArrived } from './push-record'
import { leave, mend } from './push-subscription'

type Worker = ServiceWorkerGlobalScope

async function show({ registration }: Worker, text: string | undefined): Promise<void> {
  const shown = notificationOf(text)
  const { title, ...options } = shown
  const { tag, data } = options
  const [before] = tag ? await registration.getNotifications({ tag }) : []
  // A second message on the same matter rings again. The same one delivered twice does not.
  const again = { renotify: before !== undefined && (before.data as Shown['data']).at !== data.at }
  await registration.showNotification(title, { ...options, ...again })
  // What could not be read says nothing that is worth keeping.
  if (data.at !== '') await keepArrived(shown)
}

/** In the app if it is open, so that nothing in it is lost; else in a new window. */
async function open({ clients, location }: Worker, url: string, isApp: (path: string) => boolean): Promise<void> {
  const pathOf = (address: string): string => new URL(address, location.origin).pathname
  const windows = isApp(pathOf(url)) ? await clients.matchAll({ type: 'window' }) : []
  const app = windows.find((client) => isApp(pathOf(client.url)))
  if (app === undefined) return void (await clients.openWindow(url))
  app.postMessage({ type: 'OPEN', url })
  await app.focus()
}

/** Begins to listen; `isApp` says which paths are pages of the resident's app. */
export function listenForPushes(worker: Worker, isApp: (path: string) => boolean): void {
  worker.addEventListener('push', (event) => event.waitUntil(show(worker, event.data?.text())))
  worker.addEventListener('notificationclick', (event) => {
    event.notification.close()
    event.waitUntil(open(worker, (event.notification.data as Shown['data']).url, isApp))
  })
  worker.addEventListener('pushsubscriptionchange', (event) => {
    event.waitUntil(mend(worker.registration.pushManager, event.newSubscription))
  })
  worker.addEventListener('message', (event) => {
    const message = event.data as { type?: string; anyway?: boolean } | null
    if (message?.type !== 'UNSUBSCRIBE') return
    const left = leave(worker.registration.pushManager, message.anyway === true)
    event.waitUntil(left.catch(() => 'refused').then((kind) => event.ports[0]?.postMessage(kind)))
  })
}
