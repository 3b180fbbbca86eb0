// SPDX-License-Identifier: EUPL-1.2
/** What a list shows stands in the address; without one it is what this person chose last. Knows no feature. */

import { useEffect, useState } from 'preact/hooks'
import { navigate, usePlace } from '../../ui/router'
import { store, stored } from '../../ui/settings'
import { useSession } from '../session'

export interface Ways<F> {
  read(query: URLSearchParams): F
  /** Never without a query: an empty one means what was chosen last. */
  address(filter: F): string
  /** The part that is worth remembering. */
  lasting(filter: F): F
}

/** `list` names it among all lists; `ways` must be the same object each time. */
export function useKeptFilter<F>(list: string, ways: Ways<F>): [F, (next: F) => void] {
  const place = usePlace()
  const { person } = useSession()
  const key = `sv-list-${list}-${person.id}`
  const [first] = useState(() => (place.query.size === 0 ? ways.read(new URLSearchParams(stored(key) ?? '')) : undefined))
  const filter = place.query.size === 0 && first !== undefined ? first : ways.read(place.query)
  const kept = ways.address(ways.lasting(filter)).split('?')[1] ?? ''
  useEffect(() => store(key, kept), [key, kept])
  useEffect(() => {
    if (first !== undefined) navigate(ways.address(first), { replace: true })
  }, [ways, first])
  return [filter, (next) => navigate(ways.address(next), { replace: true })]
}
