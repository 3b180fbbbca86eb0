// SPDX-License-Identifier: EUPL-1.2
/** Which exceptions stand in one chip. Pure. */

import type { Excluded } from './model'

/** Days with the same reason are one chip, so that holidays of years do not fill the page. */
export function groupsOf(excluded: Excluded[]): Excluded[][] {
  const groups: Excluded[][] = []
  for (const one of excluded) {
    const same = one.reason === null ? undefined : groups.find((group) => group[0]?.reason === one.reason)
    if (same === undefined) groups.push([one])
    else same.push(one)
  }
  return groups
}
