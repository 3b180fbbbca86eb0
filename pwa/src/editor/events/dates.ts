// SPDX-License-Identifier: EUPL-1.2
/** Which dates come of what stands in the form: asked of the server a moment after the last change. Draws nothing. */

import { useEffect, useRef, useState } from 'preact/hooks'
import { staff } from '../../api/staff'
import type { Dates, EventContent } from './model'

export type When = Pick<EventContent, 'timing' | 'changes'>

const PAUSE_MS = 250

export interface Shown {
  /** The last answer; it stays while the next one is on its way. */
  dates: Dates | undefined
  /** Whether it is the answer to what stands in the form now. */
  fresh: boolean
  failed: boolean
}

/** "changes.0.start" → "changes": which part of the form a problem is mended in. */
export function problemsOf(dates: Dates | undefined): string[] {
  return [...new Set(Object.keys(dates?.problems ?? {}).map((name) => name.split('.')[0] ?? name))]
}

export async function askDates({ timing, changes }: When): Promise<Dates | undefined> {
  const answer = await staff.POST('/api/v1/staff/events/dates', { body: { timing, changes } })
  return answer.ok ? answer.data : undefined
}

/** `onMisses` hears of exceptions that hit no date any more, and what stood there when all of them did. */
export function useDates(when: When, onMisses: (misses: string[], fitting: When | undefined) => void): Shown {
  const key = JSON.stringify([when.timing, when.changes])
  const [seen, setSeen] = useState<{ key: string; dates: Dates | undefined; failed: boolean }>()
  const latest = useRef({ when, onMisses })
  latest.current = { when, onMisses }
  const fitting = useRef<When>(undefined)
  const open = when.timing.start === null
  useEffect(() => {
    if (open) return
    let wanted = true
    const ask = async () => {
      const asked = latest.current.when
      const dates = await askDates(asked)
      if (!wanted) return
      setSeen((before) => ({ key, dates: dates ?? before?.dates, failed: dates === undefined }))
      if (dates === undefined) return
      if (dates.misses.length > 0) latest.current.onMisses(dates.misses.map(({ at }) => at), fitting.current)
      else if (problemsOf(dates).length === 0) fitting.current = { timing: asked.timing, changes: asked.changes }
    }
    const timer = setTimeout(() => void ask(), PAUSE_MS)
    const again = () => void ask()
    addEventListener('online', again)
    return () => {
      wanted = false
      clearTimeout(timer)
      removeEventListener('online', again)
    }
  }, [key, open])
  return { dates: open ? undefined : seen?.dates, fresh: seen?.key === key, failed: !open && seen?.failed === true }
}
