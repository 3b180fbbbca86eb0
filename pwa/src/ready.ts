// SPDX-License-Identifier: EUPL-1.2
/** From the second start on, what reporting needs is on the phone: a lamp is dark where there is no network, too. */

import type { Bootstrap } from './api/types'

const LATER_MS = 4000

/** The first visit loads only what it shows; whoever saves data is asked for none. */
export function makeReady({ modules, defects }: Bootstrap): void {
  const { connection } = navigator as Navigator & { connection?: { saveData?: boolean } }
  if (!modules.includes('defects') || defects?.mode !== 'own' || navigator.serviceWorker?.controller == null || connection?.saveData) return
  setTimeout(() => void import('./defects/report/ahead').then(({ loadAhead }) => loadAhead(), () => undefined), LATER_MS)
}
