// SPDX-License-Identifier: EUPL-1.2
/** What the pages of a service must know of the municipality; the editor's preview gives the same. */

import type { Bootstrap } from '../api/types'

export interface Home {
  tenant: Pick<Bootstrap['tenant'], 'name' | 'language' | 'demo'>
  holidays: string[]
  map: Bootstrap['map']
  /** Where the services of this municipality lead. */
  portal: { name: string; url: string } | null
}

export function homeOf({ tenant, holidays, map, services }: Bootstrap): Home {
  return { tenant, holidays, map, portal: services?.portal ?? null }
}
