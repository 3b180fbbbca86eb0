// SPDX-License-Identifier: EUPL-1.2
/** What a resident is likely to need without a network: the directory with its search, the services asked for most, and when offices are open. */

import type { ServiceItem } from '../api/types'
import { readAhead } from '../offline/cached'
import { savesData } from '../offline/thrift'

let asked = false

/** Whoever has the list has what is asked for most in full, too. Once while the app is open is enough. */
export async function readAheadTop(): Promise<void> {
  if (asked || savesData()) return
  asked = true
  void readAhead('offices', '/api/v1/services/offices')
  const top = (await readAhead('services-top', '/api/v1/services/top')) as ServiceItem[] | undefined
  asked = top !== undefined
  for (const { id } of top ?? []) void readAhead('service', `/api/v1/services/${id}`)
}

/** Before anybody has opened the directory: the worker keeps the code, the reads keep their copies. */
export async function loadAhead(): Promise<void> {
  void readAhead('services', '/api/v1/services/index')
  void readAheadTop()
  await Promise.allSettled([import('./index-page'), import('./search')])
}
