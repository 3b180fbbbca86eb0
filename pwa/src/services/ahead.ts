// SPDX-License-Identifier: EUPL-1.2
/** What a resident is likely to need without a network: the directory with its search, the services asked for most, and when offices are open. */

import type { Bootstrap } from '../api/types'
import { readAhead } from '../offline/cached'

type Services = Pick<Bootstrap, 'services'>

export function readAheadTop({ services }: Services): void {
  for (const { id } of services?.top ?? []) readAhead('service', `/api/v1/services/${id}`)
  readAhead('offices', '/api/v1/services/offices')
}

/** Before anybody has opened the directory: the worker keeps the code, the reads keep their copies. */
export async function loadAhead(boot: Services): Promise<void> {
  readAhead('services', '/api/v1/services/index')
  readAheadTop(boot)
  await Promise.allSettled([import('./index-page'), import('./search')])
}
