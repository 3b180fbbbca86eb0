// SPDX-License-Identifier: EUPL-1.2
/** Where the phone believes to be; asked only after a tap, once, and told to nobody. */

import type { Spot } from '../../ui/geo'

const PATIENCE_MS = 12_000

/** `denied`: the resident or the phone does not allow it · `lost`: it does not know. Never rejects. */
export function locate(): Promise<(Spot & { metres: number }) | 'denied' | 'lost'> {
  return new Promise((done) => {
    if (!('geolocation' in navigator)) return done('lost')
    navigator.geolocation.getCurrentPosition(
      ({ coords }) => done({ lat: coords.latitude, lon: coords.longitude, metres: coords.accuracy }),
      ({ code, PERMISSION_DENIED }) => done(code === PERMISSION_DENIED ? 'denied' : 'lost'),
      { enableHighAccuracy: true, timeout: PATIENCE_MS, maximumAge: 0 },
    )
  })
}
