// SPDX-License-Identifier: EUPL-1.2
/**
 * How much room there is, in rem: width of the window and size of the text count alike, whether the text was enlarged
 * in the browser or in the app. The styles read it from <html data-room>, parts from useRoom.
 */

import { useEffect, useState } from 'preact/hooks'

export type Room = 'tiny' | 'small' | 'phone' | 'desk' | 'words' | 'wide'

/** Every name that holds for so many rem. */
export function roomsOf(rem: number): Room[] {
  const holds: [Room, boolean][] = [
    ['tiny', rem < 17],
    ['small', rem < 22],
    ['phone', rem < 45],
    ['desk', rem >= 45],
    ['words', rem >= 64],
    ['wide', rem >= 68.75],
  ]
  return holds.filter(([, here]) => here).map(([room]) => room)
}

const listeners = new Set<() => void>()
let rooms: Room[] = []

function measure(): void {
  const root = document.documentElement
  const now = roomsOf(innerWidth / parseFloat(getComputedStyle(root).fontSize))
  if (now.join() === rooms.join()) return
  rooms = now
  root.dataset['room'] = now.join(' ')
  for (const listener of listeners) listener()
}

export function startRoom(): void {
  measure()
  addEventListener('resize', measure)
  new MutationObserver(measure).observe(document.documentElement, { attributes: true, attributeFilter: ['data-text', 'style'] })
}

export function useRoom(room: Room): boolean {
  const [holds, setHolds] = useState(() => rooms.includes(room))
  useEffect(() => {
    const tell = () => setHolds(rooms.includes(room))
    tell()
    listeners.add(tell)
    return () => void listeners.delete(tell)
  }, [room])
  return holds
}
