// SPDX-License-Identifier: EUPL-1.2
/** Events that the resident keeps: on this device only, and gone by themselves once they are long over. */

import { useEffect, useState } from 'preact/hooks'

export interface Remembered {
  id: string
  /** Which date of it; a series is kept as a whole. */
  date: string
  title: string
  /** The day after which nobody needs it any more, or null for a series. */
  last: string | null
}

const KEY = 'sv-remembered'
const KEPT_DAYS = 30
const MOST = 40

const listeners = new Set<() => void>()

function isRemembered(value: unknown): value is Remembered {
  const found = Object(value) as Partial<Remembered>
  return typeof found.id === 'string' && typeof found.date === 'string' && typeof found.title === 'string'
}

/** What is kept, the newest first. Never throws: a device that keeps nothing has an empty list. */
export function remembered(): Remembered[] {
  try {
    const found: unknown = JSON.parse(localStorage.getItem(KEY) ?? '[]')
    return Array.isArray(found) ? found.filter(isRemembered) : []
  } catch {
    return []
  }
}

function write(list: Remembered[]): boolean {
  try {
    localStorage.setItem(KEY, JSON.stringify(list))
  } catch {
    return false
  }
  for (const listener of listeners) listener()
  return true
}

/** Keeps an event; false where the device keeps nothing. */
export function keep(event: Remembered, now = Date.now()): boolean {
  const over = new Date(now - KEPT_DAYS * 86_400_000).toISOString().slice(0, 10)
  const others = remembered().filter(({ id, last }) => id !== event.id && (last === null || last >= over))
  return write([event, ...others].slice(0, MOST))
}

export function release(id: string): void {
  write(remembered().filter((event) => event.id !== id))
}

/** The list, drawn again when it changes. */
export function useRemembered(): Remembered[] {
  const [list, setList] = useState(remembered)
  useEffect(() => {
    const changed = (): void => setList(remembered())
    listeners.add(changed)
    // Another window of the app.
    addEventListener('storage', changed)
    return () => {
      listeners.delete(changed)
      removeEventListener('storage', changed)
    }
  }, [])
  return list
}
