// SPDX-License-Identifier: EUPL-1.2
/** Starts what must listen from the first moment of a page. */

import { watchConnection } from './connection'
import { watchInstall } from './install'
import { startWorker } from './update'

/** Called once by the entry, before the first render. */
export function startOffline(): void {
  watchConnection()
  watchInstall()
  startWorker()
}
