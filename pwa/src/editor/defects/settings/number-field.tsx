// SPDX-License-Identifier: EUPL-1.2
/** A small number with its unit; anything may be typed, what is no number says so. */

import { useState } from 'preact/hooks'
import { Around } from '../../ui/fields'

interface Props {
  id: string
  label: string
  unit: string
  value: number
  error: string | undefined
  onChange(value: number): void
}

export function NumberField({ id, label, unit, value, error, onChange }: Props) {
  const [typed, setText] = useState(String(value))
  // What somebody else has entered meanwhile shows, too.
  const text = Number.isNaN(value) || Number(typed) === value ? typed : String(value)
  return (
    <Around id={id} label={label} value={text} error={error}>
      <span class="number-field">
        <input
          id={id}
          class="input"
          inputMode="numeric"
          autocomplete="off"
          value={text}
          aria-invalid={error ? true : undefined}
          aria-describedby={[error && `${id}-error`, `${id}-unit`].filter(Boolean).join(' ')}
          onInput={({ currentTarget }) => {
            setText(currentTarget.value)
            onChange(/^\d{1,5}$/.test(currentTarget.value.trim()) ? Number(currentTarget.value) : Number.NaN)
          }}
        />
        <span id={`${id}-unit`}>{unit}</span>
      </span>
    </Around>
  )
}
