// SPDX-License-Identifier: EUPL-1.2
/** The directory of this municipality on the phone, and the search over it. */

import { useEffect, useMemo, useState } from 'preact/hooks'
import type { ServiceIndex } from '../api/types'
import { useCached, type Cached } from '../offline/cached'
import { readIndex, type Directory } from './directory'
import type { Find } from './search'

export function useDirectory(wanted = true): Cached<Directory> {
  const { data, ...rest } = useCached<ServiceIndex>(wanted ? 'services' : null, '/api/v1/services/index')
  const directory = useMemo(() => (data === undefined ? undefined : readIndex(data)), [data])
  // An index that only a later build can read is no copy to show: the update is on its way.
  const state = data !== undefined && directory === undefined ? 'error' : rest.state
  return { ...rest, data: directory, state }
}

/** undefined while its code is on its way, null where it cannot be had. */
export function useFind(directory: Directory | undefined): Find | null | undefined {
  const [find, setFind] = useState<{ of: Directory; find: Find | null }>()
  useEffect(() => {
    if (directory === undefined) return undefined
    let wanted = true
    const set = (found: Find | null) => wanted && setFind({ of: directory, find: found })
    import('./search').then(({ makeFind }) => makeFind(directory)).then(set, () => set(null))
    return () => {
      wanted = false
    }
  }, [directory])
  return find?.find
}
