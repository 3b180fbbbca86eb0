// SPDX-License-Identifier: EUPL-1.2
/** A person as initials on one of three grounds, always the same for the same name. Decoration: the name stands beside it. */

import { Icon, type IconName } from './icon'

export function initials(name: string): string {
  const words = name.split(/[\s@.]+/).filter((word) => /^\p{L}/u.test(word))
  return [words[0], words.length > 1 ? words[words.length - 1] : undefined].map((word) => word?.[0] ?? '').join('').toUpperCase() || '?'
}

export function groundOf(name: string): number {
  return [...name].reduce((sum, letter) => (sum * 31 + (letter.codePointAt(0) ?? 0)) % 997, 7) % 3
}

export function Avatar({ name, icon, small = false }: { name: string; icon?: IconName; small?: boolean }) {
  return (
    <span class={`avatar ground-${icon ? 'none' : groundOf(name)}${small ? ' small' : ''}`} aria-hidden="true">
      {icon ? <Icon name={icon} size={16} /> : initials(name)}
    </span>
  )
}
