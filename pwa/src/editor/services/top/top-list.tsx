// SPDX-License-Identifier: EUPL-1.2
/** An order that one makes by dragging, with the arrow keys on the grip, or by "…". */

import { useRef, useState } from 'preact/hooks'
import { useWords } from '../../i18n'
import { Badge } from '../../ui/badge'
import { Icon } from '../../ui/icon'
import { MoreMenu } from '../../ui/menu'
import { shifted } from './order'
import type { TopItem } from './top'

/** So many stand on top of the directory, as the bootstrap answer has them. */
const ON_TOP = 3

interface Props {
  items: TopItem[]
  onOrder(items: TopItem[]): void
  onRemove(item: TopItem): void
}

export function TopList({ items, onOrder, onRemove }: Props) {
  const { t } = useWords()
  const words = t.offices.top
  const list = useRef<HTMLOListElement>(null)
  const onTop = new Set(items.filter(({ hidden }) => !hidden).slice(0, ON_TOP).map(({ id }) => id))
  const [dragged, setDragged] = useState<string>()
  const [told, setTold] = useState('')
  const move = (from: number, to: number) => {
    const item = items[from]
    if (item === undefined || to < 0 || to >= items.length || to === from) return
    setTold(words.moved(item.title, to + 1, items.length))
    onOrder(shifted(items, from, to))
  }
  /** Below so many of the others the pointer is. */
  const placeAt = (y: number, own: number) => {
    const others = [...(list.current?.children ?? [])].filter((_row, at) => at !== own)
    return others.filter((row) => row.getBoundingClientRect().top + row.clientHeight / 2 < y).length
  }
  return (
    <>
      <ol class="rows top-list" ref={list} aria-label={words.label}>
        {items.map((item, at) => (
          <li key={item.id} class={`row${item.id === dragged ? ' is-dragged' : ''}`}>
            <button
              type="button"
              id={`grip-${item.id}`}
              class="grip"
              aria-label={words.move(item.title, at + 1, items.length)}
              title={words.grip}
              onKeyDown={(event) => {
                const by = { ArrowUp: -1, ArrowDown: 1 }[event.key]
                if (by === undefined) return
                event.preventDefault()
                event.stopPropagation()
                move(at, at + by)
              }}
              onPointerDown={(event) => {
                if (event.button !== 0) return
                event.currentTarget.setPointerCapture(event.pointerId)
                setDragged(item.id)
              }}
              onPointerMove={(event) => item.id === dragged && move(at, placeAt(event.clientY, at))}
              onPointerUp={() => setDragged(undefined)}
              onPointerCancel={() => setDragged(undefined)}
            >
              <Icon name="grip" />
            </button>
            <span class="top-place" aria-hidden="true">
              {at + 1}
            </span>
            <div class="row-words">
              <strong>{item.title}</strong>
              <p class="row-line">
                {item.situation.name}
                {item.hidden ? <Badge tone="waiting">{words.hidden}</Badge> : onTop.has(item.id) && <Badge>{words.onTop}</Badge>}
              </p>
            </div>
            <MoreMenu
              label={t.shell.moreFor(item.title)}
              items={[
                ...(at > 0 ? [{ label: words.up, icon: 'up' as const, onSelect: () => move(at, at - 1) }] : []),
                ...(at < items.length - 1 ? [{ label: words.down, icon: 'down' as const, onSelect: () => move(at, at + 1) }] : []),
                { label: words.remove, icon: 'bin', onSelect: () => onRemove(item) },
              ]}
            />
          </li>
        ))}
      </ol>
      <p class="sr-only" role="status">
        {told}
      </p>
    </>
  )
}
