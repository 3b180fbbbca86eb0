// SPDX-License-Identifier: EUPL-1.2
/** Two or three choices side by side: radio buttons that look like one control. */

import type { ComponentChildren } from 'preact'
import { useId } from 'preact/hooks'

interface Props<T extends string> {
  legend: string
  /** The legend is spoken but not shown where the heading above says the same. */
  quiet?: boolean
  value: T
  choices: { value: T; label: ComponentChildren }[]
  onChoose(value: T): void
}

export function Segment<T extends string>({ legend, quiet = false, value, choices, onChoose }: Props<T>) {
  const name = useId()
  return (
    <fieldset class="segment">
      <legend class={quiet ? 'sr-only' : undefined}>{legend}</legend>
      <div class="segment-track">
        {choices.map((choice) => (
          <label key={choice.value} class={`segment-${choice.value}`}>
            <input
              type="radio"
              class="sr-only"
              name={name}
              checked={choice.value === value}
              onChange={() => onChoose(choice.value)}
            />
            <span>{choice.label}</span>
          </label>
        ))}
      </div>
    </fieldset>
  )
}
