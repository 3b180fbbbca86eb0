// SPDX-License-Identifier: EUPL-1.2
/** Choices: a segment for two or three, a switch for what acts at once, a checkbox for a part of a form. */

import type { ComponentChildren } from 'preact'
import { Icon } from './icon'
import type { Option } from './fields'

interface SegmentedProps {
  id: string
  label: string
  options: Option[]
  value: string
  /** The label is there for screen readers only. */
  quiet?: boolean
  onChoose(value: string): void
}

export function Segmented({ id, label, options, value, quiet = false, onChoose }: SegmentedProps) {
  return (
    <fieldset class="segmented" id={id}>
      <legend class={quiet ? 'sr-only' : undefined}>{label}</legend>
      <div class="segmented-track">
        {options.map((option) => (
          <label key={option.value}>
            <input
              type="radio"
              class="sr-only"
              name={id}
              value={option.value}
              checked={option.value === value}
              onChange={() => onChoose(option.value)}
            />
            <span>
              {option.icon && <Icon name={option.icon} size={18} />}
              {option.label}
            </span>
          </label>
        ))}
      </div>
    </fieldset>
  )
}

interface ToggleProps {
  id: string
  label: string
  help?: ComponentChildren
  checked: boolean
  onChange(checked: boolean): void
}

function Toggle({ id, label, help, checked, onChange, look, role }: ToggleProps & { look: string; role?: 'switch' }) {
  return (
    <label class={look} for={id}>
      <input
        id={id}
        class="sr-only"
        type="checkbox"
        role={role}
        checked={checked}
        aria-describedby={help ? `${id}-help` : undefined}
        onChange={(event) => onChange(event.currentTarget.checked)}
      />
      <span class="toggle-face" aria-hidden="true">
        <Icon name="check" size={16} />
      </span>
      <span>
        <span class="toggle-label">{label}</span>
        {help && (
          <span class="toggle-help" id={`${id}-help`}>
            {help}
          </span>
        )}
      </span>
    </label>
  )
}

/** Takes effect at once. */
export function Switch(props: ToggleProps) {
  return <Toggle {...props} look="switch" role="switch" />
}

/** Part of a form. */
export function Checkbox(props: ToggleProps) {
  return <Toggle {...props} look="checkbox" />
}
