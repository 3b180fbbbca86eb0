// SPDX-License-Identifier: EUPL-1.2
/** A media query as state. */

import { useEffect, useState } from 'preact/hooks'

export function useMedia(query: string): boolean {
  const [matching, setMatching] = useState(() => matchMedia(query).matches)
  useEffect(() => {
    const media = matchMedia(query)
    const tell = () => setMatching(media.matches)
    tell()
    media.addEventListener('change', tell)
    return () => media.removeEventListener('change', tell)
  }, [query])
  return matching
}
