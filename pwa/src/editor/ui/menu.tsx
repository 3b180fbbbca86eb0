// SPDX-License-Identifier: EUPL-1.2
/** A button that opens a short menu: arrow keys lead along it, Esc and a click elsewhere close it, focus returns. */

import type { ComponentChildren } from 'preact'
import { useEffect, useId, useLayoutEffect, useRef, useState } from 'preact/hooks'
import { useWords } from '../i18n'
import { Icon, type IconName } from './icon'

export interface MenuItem {
  label: string
  icon?: IconName
  href?: string
  /** The one that is in force. */
  current?: boolean
  onSelect?(): void
}

interface Props {
  /** Name of the menu, and of the button unless its own words name it. */
  label: string
  /** The button's content says what it is. */
  worded?: boolean
  items: MenuItem[]
  class?: string
  title?: string
  children: ComponentChildren
}

export function MenuButton({ label, worded = false, items, class: look = '', title, children }: Props) {
  const [open, setOpen] = useState(false)
  const [up, setUp] = useState(false)
  const box = useRef<HTMLDivElement>(null)
  const button = useRef<HTMLButtonElement>(null)
  const id = useId()
  const entries = () => [...(box.current?.querySelectorAll<HTMLElement>('[role=menuitem]') ?? [])]

  useLayoutEffect(() => {
    if (!open) return
    const list = box.current?.querySelector('[role=menu]')?.getBoundingClientRect()
    if (list && list.bottom > innerHeight - 8 && list.top - list.height > 60) setUp(true)
    entries()[0]?.focus()
    return () => setUp(false)
  }, [open])

  useEffect(() => {
    if (!open) return
    const outside = (event: Event) => !box.current?.contains(event.target as Node) && setOpen(false)
    addEventListener('pointerdown', outside, true)
    addEventListener('focusin', outside)
    return () => {
      removeEventListener('pointerdown', outside, true)
      removeEventListener('focusin', outside)
    }
  }, [open])

  const close = () => {
    setOpen(false)
    button.current?.focus()
  }
  const steer = (event: KeyboardEvent) => {
    if (!open) return
    const all = entries()
    const at = all.indexOf(document.activeElement as HTMLElement)
    const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: all.length - 1 }[event.key]
    if (to !== undefined) all[(to + all.length) % all.length]?.focus()
    else if (event.key === 'Escape') close()
    else return
    event.preventDefault()
    event.stopPropagation()
  }
  return (
    <div class={`menu ${look}`} ref={box} onKeyDown={steer}>
      <button
        ref={button}
        type="button"
        class="menu-button"
        aria-label={worded ? undefined : label}
        title={title}
        aria-haspopup="menu"
        aria-expanded={open}
        aria-controls={open ? id : undefined}
        onClick={() => setOpen(!open)}
        onKeyDown={(event) => {
          if (open || event.key !== 'ArrowDown') return
          event.preventDefault()
          event.stopPropagation()
          setOpen(true)
        }}
      >
        {children}
      </button>
      {open && (
        <div class={`menu-list${up ? ' up' : ''}`} role="menu" id={id} aria-label={label}>
          {items.map((item) => (
            <Entry key={item.label} {...item} onDone={close} />
          ))}
        </div>
      )}
    </div>
  )
}

function Entry({ label, icon, href, current, onSelect, onDone }: MenuItem & { onDone(): void }) {
  const face = (
    <>
      {icon && <Icon name={icon} />}
      <span>{label}</span>
      {current && <Icon name="check" size={18} class="menu-check" />}
    </>
  )
  if (href !== undefined)
    return (
      <a role="menuitem" tabIndex={-1} href={href} aria-current={current ? 'true' : undefined} onClick={onDone}>
        {face}
      </a>
    )
  return (
    <button
      type="button"
      role="menuitem"
      tabIndex={-1}
      aria-current={current ? 'true' : undefined}
      onClick={() => {
        onDone()
        onSelect?.()
      }}
    >
      {face}
    </button>
  )
}

/** "…" */
export function MoreMenu({ label, items }: { label?: string; items: MenuItem[] }) {
  const { t } = useWords()
  if (items.length === 0) return null
  return (
    <MenuButton label={label ?? t.shell.more} items={items} class="more-menu">
      <Icon name="dots" />
    </MenuButton>
  )
}
