// SPDX-License-Identifier: EUPL-1.2
/** Whether the municipality's server can be reached: what requests found out, not only what the phone believes. */

import { useEffect, useState } from 'preact/hooks'
import { onReach } from '../api/client'

let reachable = true
let watching = false
const listeners = new Set<() => void>()

function report(reached: boolean): void {
  if (reached === reachable) return
  reachable = reached
  for (const listener of listeners) listener()
}

/** Begins to listen; more calls change nothing. */
export function watchConnection(): void {
  if (watching) return
  watching = true
  reachable = navigator.onLine
  addEventListener('online', () => report(true))
  addEventListener('offline', () => report(false))
  onReach(report)
}

export function isOnline(): boolean {
  return reachable
}

/** True while the server can be reached, as far as anyone knows. */
export function useOnline(): boolean {
  watchConnection()
  const [, redraw] = useState(0)
  useEffect(() => {
    const changed = (): void => redraw((n) => n + 1)
    listeners.add(changed)
    return () => {
      listeners.delete(changed)
    }
  }, [])
  return reachable
}
