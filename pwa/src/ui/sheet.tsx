// SPDX-License-Identifier: EUPL-1.2
/** A native dialog that rises from the bottom: focus goes to its heading and back; Esc, the scrim and its links close it. */

import type { ComponentChildren } from 'preact'
import { useEffect, useId, useRef } from 'preact/hooks'
import { Icon } from './icon'

interface Props {
  title: string
  close: string
  open: boolean
  onClose(): void
  children: ComponentChildren
}

export function Sheet({ title, close, open, onClose, children }: Props) {
  const dialog = useRef<HTMLDialogElement>(null)
  const heading = useId()
  useEffect(() => {
    const element = dialog.current
    if (element === null || element.open === open) return
    if (open) {
      element.showModal()
      element.querySelector<HTMLElement>('h2')?.focus()
    } else element.close()
  }, [open])
  return (
    <dialog
      ref={dialog}
      class="sheet"
      aria-labelledby={heading}
      onClose={onClose}
      onClick={({ target }) => {
        // At once, before the router moves: while it is open, no heading of the page can take the focus.
        if (target === dialog.current || (target as Element).closest('a') !== null) dialog.current?.close()
      }}
    >
      <div class="sheet-body">
        <div class="sheet-head">
          <h2 id={heading} tabIndex={-1}>
            {title}
          </h2>
          <button type="button" class="word-button" onClick={onClose}>
            <Icon name="close" size={20} />
            {close}
          </button>
        </div>
        {children}
      </div>
    </dialog>
  )
}
