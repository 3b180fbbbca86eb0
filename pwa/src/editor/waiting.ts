// SPDX-License-Identifier: EUPL-1.2
/** How much waits for somebody: releases of news and events, suggestions. The counters of the navigation. */

import { useEffect, useState } from 'preact/hooks'
import { staff } from '../api/staff'
import { usePlace } from '../ui/router'
import type { Entry } from './routes'
import { useSession } from './session'

export type Waiting = Partial<Record<Entry['word'], number>>

async function countWaiting(events: boolean): Promise<Waiting> {
  const [news, dates, suggestions] = await Promise.all([
    staff.GET('/api/v1/staff/news/counts'),
    events ? staff.GET('/api/v1/staff/events/counts') : undefined,
    events ? staff.GET('/api/v1/staff/events/suggestions') : undefined,
  ])
  const open = suggestions?.ok ? suggestions.data.filter(({ state }) => state === 'received').length : 0
  return { news: news.ok ? news.data.submitted : 0, events: open + (dates?.ok ? dates.data.submitted : 0) }
}

export function useWaiting(): Waiting {
  const { can, modules } = useSession()
  const { path } = usePlace()
  const [waiting, setWaiting] = useState<Waiting>({})
  // Who writes for one organiser releases nothing.
  const editor = can('EDITOR')
  const events = modules.includes('events')
  useEffect(() => {
    if (!editor) return
    let wanted = true
    void countWaiting(events).then((found) => wanted && setWaiting(found))
    return () => {
      wanted = false
    }
  }, [editor, events, path])
  return waiting
}
