// SPDX-License-Identifier: EUPL-1.2
/** The secret of a link, from the fragment: read once and taken out of the address, so that neither history nor a photo of the screen gives it away. */

import { useState } from 'preact/hooks'

export function takeSecret(): string {
  const secret = location.hash.slice(1)
  if (secret !== '') history.replaceState(history.state, '', location.pathname + location.search)
  return decodeURIComponent(secret)
}

/** The secret of the page one is on, for as long as the page stands. */
export function useSecret(): string {
  const [secret] = useState(takeSecret)
  return secret
}
