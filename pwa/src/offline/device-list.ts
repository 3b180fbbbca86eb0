// SPDX-License-Identifier: EUPL-1.2
/** A short list that stays on this device alone, the newest first. Knows no meaning of what it keeps; never throws. */

import { useEffect, useState } from 'preact/hooks'

export interface DeviceList<T extends { id: string }> {
  /** A device that keeps nothing has an empty list. */
  read(): T[]
  /** Puts one on top, in place of the one with its id; false where the device keeps nothing. `stays`: which others do. */
  put(item: T, stays?: (other: T) => boolean): boolean
  remove(id: string): void
  /** Calls `changed` whenever the list changes, in this window or another one of the app; gives the way to stop. */
  watch(changed: () => void): () => void
}

/** The list under `key`; what is no item is left out, and beyond `most` the oldest go. */
export function deviceList<T extends { id: string }>(key: string, isItem: (value: unknown) => value is T, most: number): DeviceList<T> {
  const listeners = new Set<() => void>()
  const read = (): T[] => {
    try {
      const found: unknown = JSON.parse(localStorage.getItem(key) ?? '[]')
      return Array.isArray(found) ? found.filter(isItem) : []
    } catch {
      return []
    }
  }
  const write = (list: T[]): boolean => {
    try {
      localStorage.setItem(key, JSON.stringify(list.slice(0, most)))
    } catch {
      return false
    }
    for (const listener of listeners) listener()
    return true
  }
  return {
    read,
    put: (item, stays = () => true) => write([item, ...read().filter((other) => other.id !== item.id && stays(other))]),
    remove: (id) => void write(read().filter((item) => item.id !== id)),
    watch(changed) {
      listeners.add(changed)
      addEventListener('storage', changed)
      return () => {
        listeners.delete(changed)
        removeEventListener('storage', changed)
      }
    },
  }
}

/** The list, drawn again when it changes. */
export function useDeviceList<T extends { id: string }>(list: DeviceList<T>): T[] {
  const [items, setItems] = useState(list.read)
  useEffect(() => list.watch(() => setItems(list.read())), [list])
  return items
}
