// SPDX-License-Identifier: EUPL-1.2
/** What a resident keeps of services on this device alone: which ones, and what of their lists lies ready. */

import { deviceList, useDeviceList } from './device-list'

export interface KeptService {
  id: string
  title: string
}

/** The lines of a service's list that are ticked, by their words: a line that changes is open again. */
interface Ticks {
  id: string
  lines: string[]
}

const MOST = 60

function isKept(value: unknown): value is KeptService {
  const found = Object(value) as Partial<KeptService>
  return typeof found.id === 'string' && typeof found.title === 'string'
}

function areTicks(value: unknown): value is Ticks {
  const found = Object(value) as Partial<Ticks>
  return typeof found.id === 'string' && Array.isArray(found.lines) && found.lines.every((line) => typeof line === 'string')
}

const kept = deviceList('sv-services', isKept, MOST)
const ticks = deviceList('sv-ticks', areTicks, MOST)

/** Keeps a service; false where the device keeps nothing. */
export function keepService({ id, title }: KeptService): boolean {
  return kept.put({ id, title })
}

export const releaseService: (id: string) => void = kept.remove

/** The services that are kept, the newest first; drawn again when they change. */
export const useKeptServices = (): KeptService[] => useDeviceList(kept)

/** The ticked lines of a service. */
export function ticksOf(id: string): string[] {
  return ticks.read().find((each) => each.id === id)?.lines ?? []
}

export function keepTicks(id: string, lines: string[]): void {
  if (lines.length > 0) ticks.put({ id, lines })
  else ticks.remove(id)
}
