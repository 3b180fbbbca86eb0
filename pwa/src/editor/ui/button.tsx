// SPDX-License-Identifier: EUPL-1.2
/** KERN's button in the staff's sizes: one filled on a page, the rest outlined or plain. Never disabled: pressing says what is missing. */

import type { ComponentChildren } from 'preact'
import { Icon, type IconName } from './icon'
import { Keys } from './keys'

interface Props {
  /** `main`: the one filled; `outline`; `plain`: a word; `danger`: cannot come back. */
  kind?: 'main' | 'outline' | 'plain' | 'danger'
  icon?: IconName
  keys?: string
  href?: string
  small?: boolean
  busy?: boolean
  submit?: boolean
  /** Read instead of the words, which must be part of it. */
  label?: string
  expanded?: boolean
  onPress?(): void
  children: ComponentChildren
}

const LOOKS = { main: 'primary', outline: 'secondary', plain: 'tertiary', danger: 'secondary danger' }

export function Button({ kind = 'outline', icon, keys, href, small = false, busy = false, submit = false, label, expanded, onPress, children }: Props) {
  const look = `kern-btn kern-btn--${LOOKS[kind]}${small ? ' small' : ''}`
  const face = (
    <>
      {icon && <Icon name={icon} />}
      <span class="kern-label">{children}</span>
      {keys && <Keys of={keys} />}
    </>
  )
  if (href !== undefined)
    return (
      <a class={look} href={href} aria-label={label}>
        {face}
      </a>
    )
  return (
    <button
      type={submit ? 'submit' : 'button'}
      class={look}
      aria-label={label}
      aria-busy={busy || undefined}
      aria-expanded={expanded}
      onClick={() => !busy && onPress?.()}
    >
      {face}
    </button>
  )
}
