// SPDX-License-Identifier: EUPL-1.2
/**
 * From the second start on, what reporting and finding a service need is on the phone: a lamp is dark, and a question
 * comes up, where there is no network, too.
 */

import type { Bootstrap } from './api/types'
import { savesData } from './offline/thrift'

const LATER_MS = 4000

/** The first visit loads only what it shows; whoever saves data is asked for none. */
export function makeReady(boot: Bootstrap): void {
  if (navigator.serviceWorker?.controller == null || savesData()) return
  const later = (load: () => Promise<unknown>) => setTimeout(() => void load().catch(() => undefined), LATER_MS)
  if (boot.defects?.mode === 'own') later(async () => (await import('./defects/report/ahead')).loadAhead())
  if (boot.services) later(async () => (await import('./services/ahead')).loadAhead())
}
