// SPDX-License-Identifier: EUPL-1.2
/**
 * The keyboard: `useKeys({ n: { label, run } })` for single letters, sequences ("g n") and "ctrl+enter". Letters act only
 * outside fields and dialogs and can be switched off (WCAG 2.1.4). What is in force feeds the list of keys.
 */

import { useEffect, useRef, useState } from 'preact/hooks'
import { store, stored } from '../../ui/settings'
import { useWords } from '../i18n'

export interface Shortcut {
  label: string
  run(): void
  group?: 'everywhere' | 'lists' | 'here'
}

type Live = { current: Record<string, Shortcut> }

const SWITCH = 'sv-keys'
const inForce = new Set<Live>()
const SEQUENCE_MS = 1500

export function lettersOn(): boolean {
  return stored(SWITCH) !== 'off'
}

/** Whether single letters act, and the switch for it. */
export function useLetters(): [boolean, (on: boolean) => void] {
  const [on, setOn] = useState(lettersOn)
  return [
    on,
    (next) => {
      store(SWITCH, next ? 'on' : 'off')
      setOn(next)
    },
  ]
}

/** Every shortcut in force, the page's own last. */
export function shortcuts(): [string, Shortcut][] {
  return [...inForce].flatMap(({ current }) => Object.entries(current))
}

/** "ctrl+enter", "?", "j": how the maps spell what was pressed. */
export function spell(event: Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'altKey'>): string {
  const key = event.key.toLowerCase()
  return event.ctrlKey || event.metaKey ? `ctrl+${key}` : event.altKey ? `alt+${key}` : key
}

function isField(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && (target.isContentEditable || /^(input|textarea|select)$/i.test(target.tagName))
}

function find(spelled: string): Shortcut | undefined {
  return shortcuts().filter(([keys]) => keys === spelled).pop()?.[1]
}

let before = ''
let forget: ReturnType<typeof setTimeout> | undefined

function press(event: KeyboardEvent): void {
  const spelled = spell(event)
  // Fields for text take every Enter for themselves; with Strg it means the page.
  if ((event.defaultPrevented && spelled !== 'ctrl+enter') || event.isComposing) return
  const dialog = document.querySelector('dialog[open]')
  // In a dialog only what it brought itself acts, and that is handled there.
  if (dialog !== null) return
  const plain = !spelled.includes('+') && spelled !== 'escape'
  if (plain && (isField(event.target) || !lettersOn())) return
  const sequence = find(`${before} ${spelled}`)
  const shortcut = sequence ?? find(spelled)
  clearTimeout(forget)
  before = plain && shortcut === undefined ? spelled : ''
  forget = setTimeout(() => (before = ''), SEQUENCE_MS)
  if (shortcut === undefined) return
  event.preventDefault()
  shortcut.run()
}

/** Shortcuts while this part is on the page (and `when` holds). */
export function useKeys(map: Record<string, Shortcut>, when = true): void {
  const live = useRef(map)
  live.current = map
  useEffect(() => {
    if (!when) return
    if (inForce.size === 0) addEventListener('keydown', press)
    inForce.add(live)
    return () => {
      inForce.delete(live)
      if (inForce.size === 0) removeEventListener('keydown', press)
    }
  }, [when])
}

/** Keys as their caps; hidden on touch devices. */
export function Keys({ of }: { of: string }) {
  const { t } = useWords()
  const names: Record<string, string> = t.shell.keyNames
  const cap = (key: string) => key.split('+').map((part) => names[part] ?? (part.length === 1 ? part.toUpperCase() : part)).join(' ')
  const caps = of.split(' ')
  return (
    <span class="keys" aria-hidden="true">
      {caps.map((key, index) => (
        <kbd key={index}>{cap(key).replace(names['enter'] ?? '', '↵')}</kbd>
      ))}
    </span>
  )
}
