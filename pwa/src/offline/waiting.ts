// SPDX-License-Identifier: EUPL-1.2
/** Whether reports wait on this device: all that Start must know of them. What sends them is loaded only if so. */

import { useEffect, useState } from 'preact/hooks'
import { OUTBOX_CHANNEL, REPORTS_DATABASE } from './names'

let waiting = 0
const listeners = new Set<() => void>()

/** How many wait, 0 on a device that keeps nothing. Never rejects. */
function count(): Promise<number> {
  return new Promise((done) => {
    try {
      const opening = indexedDB.open(REPORTS_DATABASE)
      // Nobody has reported anything here: it is not for this file to say how the database looks.
      opening.onupgradeneeded = () => opening.transaction?.abort()
      opening.onerror = () => done(0)
      opening.onsuccess = () => {
        const asking = opening.result.transaction('outbox').objectStore('outbox').count()
        asking.onsuccess = () => done(asking.result)
        opening.result.close()
      }
    } catch {
      done(0)
    }
  })
}

/** Counts again. */
export async function lookForWaiting(): Promise<void> {
  waiting = await count()
  for (const listener of listeners) listener()
}

/** How many reports wait. */
export function useWaiting(): number {
  const [, redraw] = useState(0)
  useEffect(() => {
    const changed = (): void => redraw(waiting)
    changed()
    listeners.add(changed)
    return () => void listeners.delete(changed)
  }, [])
  return waiting
}

/** At the start: what was left waiting goes on its way. Another window or the worker may send it, too. */
export function sendWaiting(): void {
  if ('BroadcastChannel' in globalThis) new BroadcastChannel(OUTBOX_CHANNEL).onmessage = lookForWaiting
  void lookForWaiting().then(() => {
    if (waiting > 0) import('./deliver').then(({ deliver }) => deliver(), () => undefined)
  })
}
