// SPDX-License-Identifier: EUPL-1.2
/** Loads what a report needs before anybody reports something; the worker keeps the code, the reads keep their copies. */

import { readAhead } from '../../offline/cached'

/** What fails now is loaded when it is needed. */
export async function loadAhead(): Promise<void> {
  for (const what of ['categories', 'area', 'points'] as const) void readAhead(`defect-${what}`, `/api/v1/defects/${what}`)
  await Promise.allSettled([import('./report-page'), import('../../ui/map/pick-map')])
}
