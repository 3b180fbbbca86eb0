// SPDX-License-Identifier: EUPL-1.2
/** Reads something for a page: what was there before shows at once, the server's answer replaces it. */

import { useCallback, useEffect, useRef, useState } from 'preact/hooks'
import type { Answer, StaffProblem } from '../../api/staff'

export interface Loaded<T> {
  data: T | undefined
  total: number | undefined
  state: 'loading' | 'ready' | 'problem' | 'unreachable'
  problem: StaffProblem | undefined
  reload(): Promise<void>
  /** Puts in what a write answered, without asking again. */
  put(data: T): void
}

interface Kept {
  data: unknown
  total: number | undefined
}

const kept = new Map<string, Kept>()

/** Forgets what other pages have read: somebody else is signed in. */
export function forgetLoaded(): void {
  kept.clear()
}

export function useLoad<T>(key: string, call: () => Promise<Answer<T>>): Loaded<T> {
  const [, redraw] = useState(0)
  const ask = useRef(call)
  ask.current = call
  const now = useRef<{ key: string; state: Loaded<T>['state']; problem?: StaffProblem }>({ key, state: 'loading' })
  if (now.current.key !== key) now.current = { key, state: 'loading' }

  const reload = useCallback(async () => {
    const answer = await ask.current()
    if (answer.ok) kept.set(key, { data: answer.data, total: answer.total })
    if (now.current.key !== key) return
    now.current = answer.ok
      ? { key, state: 'ready' }
      : answer.unreachable
        ? { key, state: 'unreachable' }
        : { key, state: 'problem', problem: answer.problem }
    redraw((count) => count + 1)
  }, [key])

  useEffect(() => {
    void reload()
    const back = () => void reload()
    addEventListener('online', back)
    return () => removeEventListener('online', back)
  }, [reload])

  const put = useCallback(
    (data: T) => {
      kept.set(key, { data, total: kept.get(key)?.total })
      redraw((count) => count + 1)
    },
    [key],
  )
  const copy = kept.get(key)
  const { state, problem } = now.current
  return { data: copy?.data as T | undefined, total: copy?.total, state, problem, reload, put }
}
