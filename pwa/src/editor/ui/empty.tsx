// SPDX-License-Identifier: EUPL-1.2
/** Nothing here: what that means and the one thing to do. */

import type { ComponentChildren } from 'preact'
import { Icon, type IconName } from './icon'

interface Props {
  icon: IconName
  title: string
  text?: ComponentChildren
  action?: ComponentChildren
  /** The page has no other heading. */
  alone?: boolean
}

export function Empty({ icon, title, text, action, alone = false }: Props) {
  const Heading = alone ? 'h1' : 'h2'
  return (
    <div class="empty">
      <Icon name={icon} size={36} />
      <Heading tabIndex={-1}>{title}</Heading>
      {text && <p>{text}</p>}
      {action}
    </div>
  )
}
