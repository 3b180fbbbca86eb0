// SPDX-License-Identifier: EUPL-1.2
/** How much waits for somebody: releases of news and events, suggestions, reports. The counters of the navigation. */

import { useEffect, useState } from 'preact/hooks'
import { staff } from '../api/staff'
import { usePlace } from '../ui/router'
import type { Entry } from './routes'
import { useSession } from './session'

export type Waiting = Partial<Record<Entry['word'], number>>

interface Reach {
  news: boolean
  events: boolean
  defects: boolean
}

async function countWaiting({ news: writes, events, defects }: Reach): Promise<Waiting> {
  const [news, dates, suggestions, reports] = await Promise.all([
    writes ? staff.GET('/api/v1/staff/news/counts') : undefined,
    events ? staff.GET('/api/v1/staff/events/counts') : undefined,
    events ? staff.GET('/api/v1/staff/events/suggestions') : undefined,
    defects ? staff.GET('/api/v1/staff/defects/counts') : undefined,
  ])
  const open = suggestions?.ok ? suggestions.data.filter(({ state }) => state === 'received').length : 0
  return { news: news?.ok ? news.data.submitted : 0, events: open + (dates?.ok ? dates.data.submitted : 0), defects: reports?.ok ? reports.data.inbox : 0 }
}

export function useWaiting(): Waiting {
  const { can, modules } = useSession()
  const { path } = usePlace()
  const [waiting, setWaiting] = useState<Waiting>({})
  // Who writes for one organiser releases nothing.
  const editor = can('EDITOR')
  const events = editor && modules.includes('events')
  const defects = can('CLERK') && modules.includes('defects')
  useEffect(() => {
    if (!editor && !defects) return
    let wanted = true
    void countWaiting({ news: editor, events, defects }).then((found) => wanted && setWaiting(found))
    return () => {
      wanted = false
    }
  }, [editor, events, defects, path])
  return waiting
}
