// SPDX-License-Identifier: EUPL-1.2
/**
 * What this phone has said to reports of others ("Stört mich auch", "Eintrag beanstanden"): each under a mark of its
 * own, so that it counts once and the town hall cannot tell that two of them came from the same phone.
 */

import { deviceList, useDeviceList } from './device-list'
import { newSecret } from './own-keys'

const MOST = 200

interface Mark {
  id: string
  /** Random, made for this one report. */
  device: string
  supported: boolean
}

function isMark(value: unknown): value is Mark {
  const found = Object(value) as Partial<Mark>
  return typeof found.id === 'string' && typeof found.device === 'string' && typeof found.supported === 'boolean'
}

const marks = deviceList('sv-marks', isMark, MOST)

/** The mark of this phone for one report; made when it is first needed, and kept before it is sent. */
export function deviceFor(id: string): string {
  const known = marks.read().find((mark) => mark.id === id)
  if (known !== undefined) return known.device
  const device = newSecret()
  // On a device that keeps nothing the server counts it anew.
  marks.put({ id, device, supported: false })
  return device
}

/** Remembers that this phone supports a report. */
export function keepSupport(id: string): void {
  marks.put({ id, device: deviceFor(id), supported: true })
}

/** Whether this phone has said "Stört mich auch"; drawn again when it does. */
export function useSupported(id: string): boolean {
  return useDeviceList(marks).some((mark) => mark.id === id && mark.supported)
}
