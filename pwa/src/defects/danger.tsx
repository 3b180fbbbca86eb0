// SPDX-License-Identifier: EUPL-1.2
/** Whoever is in danger calls. */

import type { ComponentChildren } from 'preact'
import { Icon } from '../ui/icon'
import './danger.scss'

interface Props {
  words: { danger: string; fire: string; police: string }
  children?: ComponentChildren
}

export function Danger({ words, children }: Props) {
  return (
    <div class="note danger-note">
      <Icon name="warn" />
      <div>
        <p>
          <strong>{words.danger}</strong>
        </p>
        <p class="danger-calls">
          <a class="tall" href="tel:112">
            {words.fire}
          </a>
          <a class="tall" href="tel:110">
            {words.police}
          </a>
        </p>
        {children}
      </div>
    </div>
  )
}
