// SPDX-License-Identifier: EUPL-1.2
/** Starts what must listen from the first moment of a page. */

import { watchConnection } from './connection'
import { watchInstall } from './install'
import { startWorker } from './update'
import { sendWaiting } from './waiting'

/** Called once by the entry, before the first render; `open` goes to an address that a notification leads to. */
export function startOffline(open: (url: string) => void): void {
  watchConnection()
  watchInstall()
  startWorker()
  sendWaiting()
  navigator.serviceWorker?.addEventListener('message', ({ data }: MessageEvent<{ type?: string; url: string } | null>) => {
    if (data?.type !== 'OPEN') return
    open(data.url)
    // Whoever taps a notification comes back, also to a page that has been in sight all the time.
    document.dispatchEvent(new Event('visibilitychange'))
  })
}
