// SPDX-License-Identifier: EUPL-1.2
/** What a resident is likely to need without a network: the services asked for most, and when offices are open. */

import type { Bootstrap } from '../api/types'
import { readAhead } from '../offline/cached'

export function readAheadTop({ services }: Pick<Bootstrap, 'services'>): void {
  for (const { id } of services?.top ?? []) readAhead('service', `/api/v1/services/${id}`)
  readAhead('offices', '/api/v1/services/offices')
}
