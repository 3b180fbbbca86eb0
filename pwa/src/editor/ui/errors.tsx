// SPDX-License-Identifier: EUPL-1.2
/** What is missing, after the main button was pressed: takes the focus and leads into the fields. */

import { useEffect, useRef } from 'preact/hooks'
import { useWords } from '../i18n'
import { Icon } from './icon'

export interface FieldError {
  /** Id of the field; without one the sentence stands alone. */
  field?: string
  text: string
}

interface Props {
  title?: string
  items: FieldError[]
  /** What is safe all the same. */
  note?: string
}

export function ErrorSummary({ title, items, note }: Props) {
  const { t } = useWords()
  const box = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (items.length > 0) box.current?.focus()
  }, [items])
  if (items.length === 0) return null
  return (
    <div class="error-summary" ref={box} tabIndex={-1} role="group" aria-labelledby="error-summary-title">
      <h2 id="error-summary-title">
        <Icon name="alert" />
        {title ?? t.shell.missingPoints(items.length)}
      </h2>
      <ul>
        {items.map(({ field, text }) => (
          <li key={`${field}${text}`}>{field === undefined ? text : <a href={`#${field}`} onClick={(event) => enter(event, field)}>{text}</a>}</li>
        ))}
      </ul>
      {note && <p>{note}</p>}
    </div>
  )
}

/** Focus instead of a jump: the address stays. */
function enter(event: MouseEvent, id: string): void {
  const field = document.getElementById(id)
  if (field === null) return
  event.preventDefault()
  field.scrollIntoView({ block: 'center' })
  const inside = field.matches('input, textarea, select, button, [contenteditable], [tabindex]') ? field : field.querySelector<HTMLElement>('input, textarea, select, button, [contenteditable="true"]')
  ;(inside ?? field).focus({ preventScroll: true })
}
