// SPDX-License-Identifier: EUPL-1.2
/**
 * The hook over cached reads: what a page shows and how old it is. The copies are part of the
 * service that the resident asked for by opening the page; nothing else is stored here.
 */

import { useCallback, useEffect, useState } from 'preact/hooks'
import { read } from '../api/client'
import type { Problem, ReadPath } from '../api/types'
import { isOnline, watchConnection } from './connection'
import { createReads, type Reads, type ReadState } from './reads'
import { openStore } from './store'

export type { ReadState } from './reads'

export interface Cached<T> {
  data: T | undefined
  /** Epoch milliseconds at which the network last confirmed `data`. */
  storedAt: number | undefined
  state: ReadState
  error?: Problem | undefined
  /** From X-Pagination, for lists; `nextPage` is null on the last page. */
  total?: number | undefined
  nextPage?: number | null | undefined
  reload(): void
}

const RETRY_MS = 20_000
let reads: Reads | undefined

/** What the shell preloads is on its way already: asking for it with another header would fetch it twice. */
function readPreloaded(): typeof read {
  const links = document.querySelectorAll<HTMLLinkElement>('link[rel=preload][as=fetch]')
  const preloaded = new Set(Array.from(links, (link) => link.getAttribute('href')))
  return (path, etag) => read(path, preloaded.delete(path) ? undefined : etag)
}

/** The one set of reads of this page; it asks again whenever the page or the network comes back. */
export function pageReads(): Reads {
  if (reads !== undefined) return reads
  const made = createReads({ store: openStore(), read: readPreloaded(), now: Date.now })
  reads = made
  watchConnection()
  addEventListener('online', () => made.revalidate())
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'visible') made.revalidate()
  })
  // A phone with a dead cell says "online": only another try tells when it is back.
  setInterval(() => {
    if (!isOnline() && document.visibilityState === 'visible') made.revalidate()
  }, RETRY_MS)
  return reads
}

// Another API shape is another copy: an update never renders yesterday's fields.
const idOf = (key: string | null, path: string): string => `${__API_SHAPE__} ${key ?? ''} ${path}`

/** Reads what a later page needs, for a time without a network; tells what is known once the network has answered or not. */
export function readAhead(key: string, path: ReadPath): Promise<unknown> {
  const all = pageReads()
  const id = idOf(key, path)
  return new Promise((tell) => {
    const stop = all.open(id, path, () => {
      const { state, data } = all.peek(id)
      if (/loading|revalidating/.test(state)) return
      stop()
      tell(data)
    })
  })
}

/** Reads `path`; `key` names what is read, null means "nothing to read yet". What is not `kept` is gone with the page. */
export function useCached<T>(key: string | null, path: ReadPath, kept = true): Cached<T> {
  const all = pageReads()
  const id = idOf(key, path)
  const [, redraw] = useState(0)
  useEffect(() => {
    if (key === null) return undefined
    return all.open(id, path, () => redraw((n) => n + 1), kept)
  }, [all, key, id, path, kept])
  const reload = useCallback(() => all.reload(id), [all, id])
  const { data, ...rest } = all.peek(id)
  return { ...rest, data: data as T | undefined, reload }
}
