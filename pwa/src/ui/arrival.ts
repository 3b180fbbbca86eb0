// SPDX-License-Identifier: EUPL-1.2
/** Where a screen reader starts after a move: at the heading, also when what a page showed while it was loading has gone. */

import { useLayoutEffect } from 'preact/hooks'

let heading: HTMLElement | null = null

export function focusHeading(): void {
  heading = document.querySelector('h1')
  heading?.focus({ preventScroll: true })
}

/** Of the frame of a page: takes over the focus that went with the heading of the frame before. */
export function useHeading(): void {
  useLayoutEffect(() => {
    if (heading?.isConnected === false && document.activeElement === document.body) focusHeading()
  }, [])
}
