// SPDX-License-Identifier: EUPL-1.2
/** The six digits: one field, pasted with blanks or filled in by the phone; complete, it goes on by itself. */

import { useEffect, useRef } from 'preact/hooks'
import { Around } from '../ui/fields'

interface Props {
  id: string
  label: string
  value: string
  help?: string
  error?: string
  onInput(digits: string): void
  /** All six are there. */
  onComplete(digits: string): void
}

/** Whatever was typed or pasted, as digits. */
export function digitsOf(text: string): string {
  return text.replace(/\D/g, '').slice(0, 6)
}

export function CodeField({ id, label, value, help, error, onInput, onComplete }: Props) {
  const field = useRef<HTMLInputElement>(null)
  useEffect(() => field.current?.focus(), [])
  useEffect(() => {
    if (error) field.current?.focus()
  }, [error])
  return (
    <Around id={id} label={label} value={value} help={help} error={error}>
      <input
        ref={field}
        id={id}
        data-first
        class="input code-input"
        type="text"
        inputMode="numeric"
        autocomplete="one-time-code"
        value={value.length > 3 ? `${value.slice(0, 3)} ${value.slice(3)}` : value}
        aria-invalid={error ? true : undefined}
        aria-describedby={[error && `${id}-error`, help && `${id}-help`].filter(Boolean).join(' ') || undefined}
        onInput={({ currentTarget }) => {
          const digits = digitsOf(currentTarget.value)
          onInput(digits)
          if (digits.length === 6 && digits !== value) onComplete(digits)
        }}
      />
    </Around>
  )
}
