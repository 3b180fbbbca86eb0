// SPDX-License-Identifier: EUPL-1.2
/** Rows in one card: icon, word, hint, arrow; a link or a button. */

import type { ComponentChildren } from 'preact'
import { Icon, type IconName } from './icon'

interface RowProps {
  icon?: IconName
  label: ComponentChildren
  hint?: ComponentChildren
  href?: string
  rel?: string
  onClick?(): void
  /** Names of places and pages stay in the municipality's language. */
  lang?: string
  current?: boolean
  /** How many there are. */
  badge?: number
}

export function Row({ icon, label, hint, href, rel, onClick, lang, current, badge }: RowProps) {
  const inside = (
    <>
      {icon && <Icon name={icon} size={24} />}
      <span class="row-words" lang={lang}>
        <span class="row-label">{label}</span>
        {hint !== undefined && <span class="meta">{hint}</span>}
      </span>
      {badge !== undefined && <span class="row-badge">{badge}</span>}
      <Icon name={current ? 'check' : 'chev'} size={20} class="row-arrow" />
    </>
  )
  return (
    <li>
      {href !== undefined ? (
        <a class="row" href={href} rel={rel} aria-current={current ? 'true' : undefined}>
          {inside}
        </a>
      ) : (
        <button type="button" class="row" onClick={onClick} aria-current={current ? 'true' : undefined}>
          {inside}
        </button>
      )}
    </li>
  )
}

export function Rows({ children }: { children: ComponentChildren }) {
  return (
    <ul class="card rows" role="list">
      {children}
    </ul>
  )
}
