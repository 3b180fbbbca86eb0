// SPDX-License-Identifier: EUPL-1.2
/** Whether reports wait on this device: all that Start must know of them. What sends them is loaded only if so. */

import { useEffect, useState } from 'preact/hooks'

const KEY = 'sv-waiting'
const listeners = new Set<() => void>()

function count(): number {
  try {
    return Number(localStorage.getItem(KEY)) || 0
  } catch {
    return 0
  }
}

/** Called by whoever has looked. */
export function setWaiting(waiting: number): void {
  try {
    if (waiting > 0) localStorage.setItem(KEY, String(waiting))
    else localStorage.removeItem(KEY)
  } catch {
    // A device that keeps nothing lets nothing wait either.
  }
  for (const listener of listeners) listener()
}

/** How many reports wait. */
export function useWaiting(): number {
  const [waiting, setCount] = useState(count)
  useEffect(() => {
    const look = (): void => setCount(count)
    listeners.add(look)
    // Another window of the app.
    addEventListener('storage', look)
    return () => {
      listeners.delete(look)
      removeEventListener('storage', look)
    }
  }, [])
  return waiting
}

/** At the start: what was left waiting goes on its way. */
export function sendWaiting(): void {
  if (count() > 0) import('./deliver').then(({ deliver }) => deliver(), () => undefined)
}
