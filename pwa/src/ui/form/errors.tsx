// SPDX-License-Identifier: EUPL-1.2
/** What is missing, once the main button was pressed: takes the focus and leads into the fields. */

import { useEffect, useRef } from 'preact/hooks'
import { Icon } from '../icon'

interface Props {
  title: string
  items: { field: string; text: string }[]
  /** Counts the tries: each one calls out anew. */
  round: number
}

export function ErrorSummary({ title, items, round }: Props) {
  const box = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (round > 0) box.current?.focus()
  }, [round])
  if (items.length === 0) return null
  return (
    <div class="error-summary" ref={box} tabIndex={-1} role="group" aria-labelledby="error-summary">
      <h2 id="error-summary">
        <Icon name="warn" />
        {title}
      </h2>
      <ul>
        {items.map(({ field, text }) => (
          <li key={field}>
            <a
              href={`#${field}`}
              onClick={(event) => {
                // Focus instead of a jump: the address stays.
                event.preventDefault()
                document.getElementById(field)?.focus()
              }}
            >
              {text}
            </a>
          </li>
        ))}
      </ul>
    </div>
  )
}
