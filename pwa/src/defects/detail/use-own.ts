// SPDX-License-Identifier: EUPL-1.2
/** The own view of a report: the key from the link or from this device, and what the server says to it. */

import { useCallback, useEffect, useState } from 'preact/hooks'
import { readOwn, type OwnAnswer } from '../../api/own-report'
import type { OwnReport } from '../../api/types'
import { mineOf, type Mine } from '../mine'
import { keyIn } from '../topics'

export interface Own {
  /** Undefined while one looks; null for a report of somebody else. */
  key: string | null | undefined
  /** What this device keeps of it. */
  kept: Mine | undefined
  answer: OwnAnswer | undefined
  reload(): Promise<void>
  /** Takes what a deed has answered. */
  put(report: OwnReport): void
  look(): Promise<void>
}

export function useOwn(id: string): Own {
  // In the address as long as the page is open: a reload and a bookmark lead here again.
  const [inLink, setInLink] = useState(() => keyIn(location.hash))
  const [kept, setKept] = useState<Mine | null>()
  const [answer, setAnswer] = useState<OwnAnswer>()
  const look = useCallback(async () => {
    const found = (await mineOf(id)) ?? null
    // The link may have been put into the address meanwhile; what is no key there takes none away.
    setInLink((before) => keyIn(location.hash) ?? before)
    setKept(found)
  }, [id])
  useEffect(() => {
    void look()
    const changed = (): void => void look()
    addEventListener('hashchange', changed)
    return () => removeEventListener('hashchange', changed)
  }, [look])
  const key = inLink ?? (kept === undefined ? undefined : kept === null || kept.state !== 'sent' ? null : kept.secret)
  const reload = useCallback(async () => {
    if (key) setAnswer(await readOwn(id, key))
  }, [id, key])
  useEffect(() => {
    void reload()
    // Whoever comes back to the open page sees what is new by then.
    const back = (): void => void (document.visibilityState === 'visible' && reload())
    document.addEventListener('visibilitychange', back)
    addEventListener('online', back)
    return () => {
      document.removeEventListener('visibilitychange', back)
      removeEventListener('online', back)
    }
  }, [reload])
  const put = useCallback((report: OwnReport) => setAnswer({ kind: 'done', report }), [])
  return { key, kept: kept ?? undefined, answer, reload, put, look }
}
