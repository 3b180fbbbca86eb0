// SPDX-License-Identifier: EUPL-1.2
/** Fields of a form: label above, hint below it, the error above the field. Knows no words of its own. */

import './form.scss'
import type { ComponentChildren } from 'preact'
import { Icon } from '../icon'

interface Around {
  id: string
  label: string
  hint?: string | undefined
  error?: string | undefined
  /** "(freiwillig)": marks the optional; nothing marks the required. */
  optional?: string | undefined
}

function notesOf({ id, hint, error }: Around): string | undefined {
  return [error && `${id}-error`, hint && `${id}-hint`].filter(Boolean).join(' ') || undefined
}

export function Labelled({ id, label, hint, error, optional, children }: Around & { children: ComponentChildren }) {
  return (
    <div class={error ? 'field wrong' : 'field'}>
      <label for={id}>
        {label} {optional && <span class="optional">{optional}</span>}
      </label>
      {hint && (
        <p class="meta" id={`${id}-hint`}>
          {hint}
        </p>
      )}
      {error && (
        <p class="field-error" id={`${id}-error`}>
          <Icon name="warn" size={20} />
          {error}
        </p>
      )}
      {children}
    </div>
  )
}

interface TextProps extends Around {
  value: string
  onInput(value: string): void
  type?: 'text' | 'email' | 'tel' | 'url' | 'date' | 'time'
  autocomplete?: 'off' | 'name' | 'email' | 'tel'
  maxLength?: number
  min?: string
}

export function TextField({ value, onInput, type = 'text', autocomplete = 'off', maxLength = 200, min, ...around }: TextProps) {
  return (
    <Labelled {...around}>
      <input
        id={around.id}
        class="input"
        type={type as 'text'}
        value={value}
        min={min}
        autocomplete={autocomplete}
        maxLength={type === 'date' || type === 'time' ? undefined : maxLength}
        aria-invalid={around.error ? true : undefined}
        aria-describedby={notesOf(around)}
        onInput={(event) => onInput(event.currentTarget.value)}
      />
    </Labelled>
  )
}

export function TextArea({ value, onInput, maxLength = 4000, rows = 5, ...around }: Omit<TextProps, 'type' | 'autocomplete'> & { rows?: number }) {
  return (
    <Labelled {...around}>
      <textarea
        id={around.id}
        class="input"
        rows={rows}
        value={value}
        maxLength={maxLength}
        aria-invalid={around.error ? true : undefined}
        aria-describedby={notesOf(around)}
        onInput={(event) => onInput(event.currentTarget.value)}
      />
    </Labelled>
  )
}

export function Check({ id, label, checked, onChange }: { id: string; label: string; checked: boolean; onChange(checked: boolean): void }) {
  return (
    <label class="check" for={id}>
      <input id={id} type="checkbox" checked={checked} onChange={(event) => onChange(event.currentTarget.checked)} />
      <span>{label}</span>
    </label>
  )
}
