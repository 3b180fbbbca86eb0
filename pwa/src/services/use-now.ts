// SPDX-License-Identifier: EUPL-1.2
/** The present moment, for what changes while somebody looks at it. */

import { useEffect, useState } from 'preact/hooks'

const LOOK_MS = 20_000

export function useNow(): Date {
  const [now, setNow] = useState(() => new Date())
  useEffect(() => {
    const look = (): void => setNow(new Date())
    const timer = setInterval(look, LOOK_MS)
    document.addEventListener('visibilitychange', look)
    return () => {
      clearInterval(timer)
      document.removeEventListener('visibilitychange', look)
    }
  }, [])
  return now
}
