// SPDX-License-Identifier: EUPL-1.2
/** Whether this browser gets notifications of this municipality, as the resident's app remembers it. */

import type { PushOwner } from '../../api/push'
import { readRecord } from '../../offline/push-record'

/** Undefined where none is switched on, also on a device that keeps nothing. */
export async function ownDevice(): Promise<PushOwner | undefined> {
  const found = await readRecord()
  return found && { id: found.id, auth: found.auth }
}
