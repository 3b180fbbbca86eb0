// SPDX-License-Identifier: EUPL-1.2
/** A switch with its word; the whole row is the target. */

import type { ComponentChildren } from 'preact'
import { useId } from 'preact/hooks'
import { Icon, type IconName } from '../ui/icon'

interface Props {
  icon?: IconName
  label: string
  hint?: string
  /** Names of topics stay in the municipality's language. */
  lang?: string
  on: boolean
  onSwitch(on: boolean): void
  /** What is to be said below the switch. */
  children?: ComponentChildren
}

export function SwitchRow({ icon, label, hint, lang, on, onSwitch, children }: Props) {
  const id = useId()
  return (
    <li>
      <label class="row switch-row">
        {icon && <Icon name={icon} />}
        <span class="row-words">
          <span class="row-label" lang={lang} id={id}>
            {label}
          </span>
          {hint && (
            <span class="meta" id={`${id}-hint`}>
              {hint}
            </span>
          )}
        </span>
        <input
          type="checkbox"
          role="switch"
          class="switch"
          aria-labelledby={id}
          aria-describedby={hint && `${id}-hint`}
          checked={on}
          onChange={(event) => {
            // What is not to be stays as it was, on the screen too.
            event.currentTarget.checked = on
            onSwitch(!on)
          }}
        />
      </label>
      {children}
    </li>
  )
}
