// SPDX-License-Identifier: EUPL-1.2
/** One line of facts: icon, what matters most, what else. */

import type { ComponentChildren } from 'preact'
import { Icon, type IconName } from '../ui/icon'

interface FactProps {
  icon: IconName
  head: ComponentChildren
  lang?: string
  children?: ComponentChildren
}

export function Fact({ icon, head, lang, children }: FactProps) {
  return (
    <li>
      <Icon name={icon} />
      <div>
        <strong lang={lang}>{head}</strong>
        {children}
      </div>
    </li>
  )
}
