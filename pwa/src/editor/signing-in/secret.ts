// SPDX-License-Identifier: EUPL-1.2
/** The secret of a link, from the fragment: taken out of the address before anything else happens, so that neither history nor a photo of the screen gives it away. */

let secret = ''

/** Called first of all on the pages of links. */
export function takeSecret(): void {
  const fragment = location.hash.slice(1)
  if (fragment === '') return
  try {
    secret = decodeURIComponent(fragment)
  } catch {
    // A mail program has cut or bent the link; what is left opens nothing, and the page says so.
    secret = fragment
  }
  history.replaceState(history.state, '', location.pathname + location.search)
}

/** Whoever pastes another link into the tab changes only the fragment: the page begins anew. */
export function watchSecret(isLink: () => boolean): void {
  addEventListener('hashchange', () => isLink() && location.hash !== '' && location.reload())
}

/** The secret of the page one is on. */
export function secretOfLink(): string {
  return secret
}
