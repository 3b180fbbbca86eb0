// SPDX-License-Identifier: EUPL-1.2
/** Native dialogs: `Dialog` for one decision, `Sheet` (sheet.tsx) for a short form. Esc closes, focus goes in and returns. */

import type { ComponentChildren } from 'preact'
import { useEffect, useId, useRef } from 'preact/hooks'
import { useWords } from '../i18n'
import { Icon } from './icon'

/** Where the focus goes: what says so, a field to write in, the heading. */
const FIRST = ['[data-first]', '.field .input', 'h2']

export interface DialogProps {
  title: string
  open: boolean
  onClose(): void
  children: ComponentChildren
  /** The buttons at the end; the deed first. */
  actions?: ComponentChildren
}

export function Modal({ title, open, onClose, children, actions, look }: DialogProps & { look: string }) {
  const { t } = useWords()
  const dialog = useRef<HTMLDialogElement>(null)
  const heading = useId()
  useEffect(() => {
    const element = dialog.current
    if (element === null || !open) return
    const before = document.activeElement
    element.showModal()
    const first = FIRST.map((place) => element.querySelector<HTMLElement>(place)).find((found) => found !== null)
    first?.focus()
    return () => {
      element.close()
      // The dialog is out of the page by now, too late for the browser to lead back by itself.
      if (before instanceof HTMLElement && before.isConnected) before.focus()
    }
  }, [open])
  if (!open) return null
  return (
    <dialog
      ref={dialog}
      class={look}
      aria-labelledby={heading}
      onCancel={(event) => {
        if (event.target !== dialog.current) return
        event.preventDefault()
        onClose()
      }}
      onMouseDown={({ target }) => target === dialog.current && onClose()}
    >
      <div class="modal-body">
        <div class="modal-head">
          <h2 id={heading} tabIndex={-1}>
            {title}
          </h2>
          <button type="button" class="icon-button" aria-label={t.shell.close} title={t.shell.close} onClick={onClose}>
            <Icon name="close" />
          </button>
        </div>
        {children}
        {actions && <div class="modal-actions">{actions}</div>}
      </div>
    </dialog>
  )
}

/** `wide`: two things stand beside each other. */
export function Dialog({ wide = false, ...props }: DialogProps & { wide?: boolean }) {
  return <Modal {...props} look={`modal dialog${wide ? ' wide' : ''}`} />
}
