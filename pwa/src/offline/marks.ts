// SPDX-License-Identifier: EUPL-1.2
/**
 * What this phone has said to reports of others ("Stört mich auch", "Eintrag beanstanden"): each under a mark of its
 * own, so that it counts once and the town hall cannot tell that two of them came from the same phone.
 */

import { useEffect, useState } from 'preact/hooks'
import { newSecret } from './own-keys'

const KEY = 'sv-marks'
const MOST = 200

interface Mark {
  id: string
  /** Random, made for this one report. */
  device: string
  supported: boolean
}

const listeners = new Set<() => void>()

function isMark(value: unknown): value is Mark {
  const found = Object(value) as Partial<Mark>
  return typeof found.id === 'string' && typeof found.device === 'string' && typeof found.supported === 'boolean'
}

function marks(): Mark[] {
  try {
    const found: unknown = JSON.parse(localStorage.getItem(KEY) ?? '[]')
    return Array.isArray(found) ? found.filter(isMark) : []
  } catch {
    return []
  }
}

function write(mark: Mark): void {
  try {
    localStorage.setItem(KEY, JSON.stringify([mark, ...marks().filter(({ id }) => id !== mark.id)].slice(0, MOST)))
  } catch {
    // A device that keeps nothing: the mark lives as long as the page, and the server counts it anew.
  }
  for (const listener of listeners) listener()
}

/** The mark of this phone for one report; made when it is first needed, and kept before it is sent. */
export function deviceFor(id: string): string {
  const known = marks().find((mark) => mark.id === id)
  if (known !== undefined) return known.device
  const device = newSecret()
  write({ id, device, supported: false })
  return device
}

/** Remembers that this phone supports a report. */
export function keepSupport(id: string): void {
  write({ id, device: deviceFor(id), supported: true })
}

/** Whether this phone has said "Stört mich auch"; drawn again when it does. */
export function useSupported(id: string): boolean {
  const [supported, setSupported] = useState(() => marks().some((mark) => mark.id === id && mark.supported))
  useEffect(() => {
    const look = (): void => setSupported(marks().some((mark) => mark.id === id && mark.supported))
    look()
    listeners.add(look)
    return () => void listeners.delete(look)
  }, [id])
  return supported
}
