// SPDX-License-Identifier: EUPL-1.2
/** A short list that one keeps in order: each row opens, "…" moves or removes it. */

import { useWords } from '../../i18n'
import { Button } from '../../ui/button'
import { Icon } from '../../ui/icon'
import { MoreMenu } from '../../ui/menu'
import { moved } from './model'

interface Props<T> {
  heading: string
  add: string
  none: string
  items: T[]
  title(item: T): string
  note(item: T): string
  onOpen(at: number | undefined): void
  onChange(items: T[]): void
}

export function Ordered<T>({ heading, add, none, items, title, note, onOpen, onChange }: Props<T>) {
  const { t } = useWords()
  const words = t.defectSettings
  return (
    <section class="ordered">
      <header>
        <h3>{heading}</h3>
        <Button kind="plain" icon="plus" onPress={() => onOpen(undefined)}>
          {add}
        </Button>
      </header>
      {items.length === 0 ? (
        <p class="muted">{none}</p>
      ) : (
        <ol class="rows">
          {items.map((item, at) => (
            <li key={at} class="row">
              <button type="button" class="row-link" aria-label={words.editQuestion(title(item))} onClick={() => onOpen(at)}>
                {title(item)}
              </button>
              <span class="ordered-note muted">{note(item)}</span>
              <Icon name="write" />
              <MoreMenu
                label={t.shell.moreFor(title(item))}
                items={[
                  ...(at > 0 ? [{ label: words.up, icon: 'up' as const, onSelect: () => onChange(moved(items, at, -1)) }] : []),
                  ...(at < items.length - 1 ? [{ label: words.down, icon: 'down' as const, onSelect: () => onChange(moved(items, at, 1)) }] : []),
                  { label: words.remove, icon: 'bin', onSelect: () => onChange(items.filter((_item, other) => other !== at)) },
                ]}
              />
            </li>
          ))}
        </ol>
      )}
    </section>
  )
}
