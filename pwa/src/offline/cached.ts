// SPDX-License-Identifier: EUPL-1.2
/** The hook over cached reads: what a page shows and how old it is. */

import { useCallback, useEffect, useState } from 'preact/hooks'
import type { Problem } from '../api/types'

export type ReadState = 'loading' | 'fresh' | 'revalidating' | 'offline' | 'error' | 'missing'

export interface Cached<T> {
  data: T | undefined
  /** Epoch milliseconds at which the network last confirmed `data`. */
  storedAt: number | undefined
  state: ReadState
  error?: Problem
  /** From X-Pagination, for lists. */
  total?: number
  nextPage?: number | null
  reload(): void
}

/** Reads `path`; `key` names the copy, null means "nothing to read yet". */
export function useCached<T>(key: string | null, path: string): Cached<T> {
  const [round, setRound] = useState(0)
  const [seen, setSeen] = useState<Omit<Cached<T>, 'reload'>>({ data: undefined, storedAt: undefined, state: 'loading' })
  useEffect(() => {
    if (key === null) return
    fetch(path)
      .then(async (answer) => setSeen({ data: (await answer.json()) as T, storedAt: Date.now(), state: 'fresh' }))
      .catch(() => setSeen((old) => ({ ...old, state: 'offline' })))
  }, [key, path, round])
  const reload = useCallback(() => setRound((n) => n + 1), [])
  return { ...seen, reload }
}
