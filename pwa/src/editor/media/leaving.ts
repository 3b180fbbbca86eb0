// SPDX-License-Identifier: EUPL-1.2
/**
 * Pictures on their way out: hidden at once, deleted when the time for a change of mind is over, because deleted bytes
 * do not come back. Knows no page.
 */

import { useEffect, useState } from 'preact/hooks'

const leaving = new Set<string>()
const listeners = new Set<() => void>()

function tell(): void {
  for (const listener of listeners) listener()
}

/** Hides a picture; `keep` shows it again, `go` deletes it for good. */
export function letGo(id: string, remove: () => Promise<void>): { keep(): void; go(): void } {
  const back = () => {
    if (leaving.delete(id)) tell()
  }
  leaving.add(id)
  tell()
  return { keep: back, go: () => void (leaving.has(id) && remove().finally(back)) }
}

/** Whether a picture is hidden; the page is drawn again when that changes. */
export function useLeaving(): (id: string) => boolean {
  const [, redraw] = useState(0)
  useEffect(() => {
    const listener = () => redraw((count) => count + 1)
    listeners.add(listener)
    return () => void listeners.delete(listener)
  }, [])
  return (id) => leaving.has(id)
}
