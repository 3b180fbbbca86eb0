// SPDX-License-Identifier: EUPL-1.2
/** A state in colour and word (and shape, by its icon). */

import type { ComponentChildren } from 'preact'
import { Icon, type IconName } from './icon'

export type Tone = 'neutral' | 'waiting' | 'planned' | 'good' | 'red' | 'ink' | 'brand'

export function Badge({ tone = 'neutral', icon, children }: { tone?: Tone; icon?: IconName; children: ComponentChildren }) {
  return (
    <span class={`badge tone-${tone}`}>
      {icon && <Icon name={icon} size={16} />}
      {children}
    </span>
  )
}
