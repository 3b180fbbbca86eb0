// SPDX-License-Identifier: EUPL-1.2
/** Events that the resident keeps: on this device only, and gone by themselves once they are long over. */

import { deviceList, useDeviceList } from './device-list'

export interface Remembered {
  id: string
  /** Which date of it; a series is kept as a whole. */
  date: string
  title: string
  /** The day after which nobody needs it any more, or null for a series. */
  last: string | null
}

const KEPT_DAYS = 30
const MOST = 40

function isRemembered(value: unknown): value is Remembered {
  const found = Object(value) as Partial<Remembered>
  return typeof found.id === 'string' && typeof found.date === 'string' && typeof found.title === 'string'
}

const list = deviceList('sv-remembered', isRemembered, MOST)

/** What is kept, the newest first. */
export const remembered: () => Remembered[] = list.read

/** Keeps an event; false where the device keeps nothing. */
export function keep(event: Remembered, now = Date.now()): boolean {
  const over = new Date(now - KEPT_DAYS * 86_400_000).toISOString().slice(0, 10)
  return list.put(event, ({ last }) => last === null || last >= over)
}

export const release: (id: string) => void = list.remove

/** The list, drawn again when it changes. */
export const useRemembered = (): Remembered[] => useDeviceList(list)
