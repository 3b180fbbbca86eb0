// SPDX-License-Identifier: EUPL-1.2
/** Lists as rows in one card: the whole row is the link, "…" is always there; J, K and the arrows choose. */

import type { ComponentChildren } from 'preact'
import { useWords } from '../i18n'
import { Icon, type IconName } from './icon'
import { useKeys } from './keys'
import { MoreMenu, type MenuItem } from './menu'

interface CardProps {
  heading?: string
  count?: number
  /** The heading is part of the page's outline; big ones stand on Heute. */
  big?: boolean
  children: ComponentChildren
}

export function RowCard({ heading, count, big = false, children }: CardProps) {
  return (
    <section class="row-group">
      {heading && (
        <h2 class={big ? undefined : 'group-heading'}>
          {heading} {count !== undefined && <span class="count">{count}</span>}
        </h2>
      )}
      <ul class="rows" role="list">
        {children}
      </ul>
    </section>
  )
}

export interface Thumb {
  src: string
  srcset?: string
}

/** Picture of a row, 64 × 48; without one the kind's icon. */
export function RowPicture({ picture, icon }: { picture?: Thumb | null; icon?: IconName }) {
  if (!picture && !icon) return null
  return (
    <span class="row-picture" aria-hidden="true">
      {picture ? <img src={picture.src} srcset={picture.srcset} sizes="64px" alt="" loading="lazy" /> : icon && <Icon name={icon} size={24} />}
    </span>
  )
}

interface RowProps {
  href?: string
  onOpen?(): void
  picture?: Thumb | null
  /** In the place of the picture when there is none. */
  icon?: IconName
  title: ComponentChildren
  line?: ComponentChildren
  state?: ComponentChildren
  time?: ComponentChildren
  /** A number with its icon, between state and "…". */
  beside?: ComponentChildren
  /** "…": what else one can do with it. */
  menu?: MenuItem[]
  /** Names the "…" button; usually the title. */
  name?: string
  /** In the place of "…": the one button of a row on Heute. It says what the link does. */
  action?: ComponentChildren
  chevron?: boolean
}

export function Row({ href, onOpen, picture, icon, title, line, state, time, beside, menu, name, action, chevron = false }: RowProps) {
  const { t } = useWords()
  return (
    <li class="row">
      <RowPicture picture={picture} icon={icon} />
      <div class="row-words">
        <h3>
          {href === undefined ? (
            <button type="button" class="row-link" onClick={onOpen}>
              {title}
            </button>
          ) : (
            <a class="row-link" href={href}>
              {title}
            </a>
          )}
        </h3>
        {line && <p class="row-line">{line}</p>}
      </div>
      {(state || time) && (
        <div class="row-state">
          {state}
          {time && <p class="row-line">{time}</p>}
        </div>
      )}
      {beside}
      {action && (
        <span class="row-action" aria-hidden="true">
          {action}
        </span>
      )}
      {chevron && <Icon name="chev" class="row-chevron" />}
      {menu && <MoreMenu label={name ? t.shell.moreFor(name) : t.shell.more} items={menu} />}
    </li>
  )
}

function step(by: 1 | -1): void {
  const links = [...document.querySelectorAll<HTMLElement>('main .row-link')]
  const at = links.indexOf(document.activeElement as HTMLElement)
  const next = links[at === -1 ? (by === 1 ? 0 : links.length - 1) : Math.min(links.length - 1, Math.max(0, at + by))]
  next?.focus()
}

/** Keys of a page with rows; ListPage has them already. */
export function useRowKeys(): void {
  const { t } = useWords()
  const next = { label: t.shell.nextRow, run: () => step(1), group: 'lists' as const }
  const previous = { label: t.shell.previousRow, run: () => step(-1), group: 'lists' as const }
  useKeys({ j: next, k: previous, arrowdown: next, arrowup: previous })
}
