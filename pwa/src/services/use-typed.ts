// SPDX-License-Identifier: EUPL-1.2
/** What is being typed, shown at once and written into the address when one rests: the way back leads to the results. */

import { useEffect, useState } from 'preact/hooks'
import { navigate, usePlace } from '../ui/router'
import { searchAddress } from './choice'

const REST_MS = 400

interface Typed {
  text: string
  /** With what the field begins: the address, unless it only follows the letters. */
  given: string
  /** Another number is another field. */
  round: number
  type(text: string): void
  /** Writes the address now. */
  settle(text: string): void
}

export function useTyped(query: string): Typed {
  const place = usePlace()
  const [state, setState] = useState({ text: query, given: query, round: 0, place })
  // Whoever came by a link or went back in the history sees what the address says.
  if (state.place !== place) setState({ ...state, place, ...(place.by !== 'replace' && { text: query, given: query, round: state.round + 1 }) })
  const settle = (text: string) => {
    const address = searchAddress(text)
    if (location.pathname === '/dienste' && address !== location.pathname + location.search) navigate(address, { replace: true })
  }
  const { text } = state
  useEffect(() => {
    if (text === query) return undefined
    const timer = setTimeout(() => settle(text), REST_MS)
    return () => clearTimeout(timer)
  }, [text, query])
  return { text, given: state.given, round: state.round, type: (typed) => setState((before) => ({ ...before, text: typed })), settle }
}
