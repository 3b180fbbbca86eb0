// SPDX-License-Identifier: EUPL-1.2
/** What a page stands in: a list with its one action, or an editor whose top bar tells the outcome and names the deed. */

import { createContext, type ComponentChildren } from 'preact'
import { useContext, useEffect, useLayoutEffect, useState } from 'preact/hooks'
import { goUp } from '../../ui/router'
import { useWords } from '../i18n'
import { Button } from './button'
import { Icon } from './icon'
import { useKeys } from './keys'
import { MoreMenu, type MenuItem } from './menu'
import { useRoom } from './room'
import { useRowKeys } from './rows'

export interface Layout {
  municipality: string
  /** Editors take the width and, on a phone, the bars. */
  narrow(on: boolean): void
}

export const LayoutContext = createContext<Layout>({ municipality: '', narrow: () => undefined })

/** Titles the browser's tab: page, then municipality. */
export function useTitle(title: string): void {
  const { municipality } = useContext(LayoutContext)
  useEffect(() => {
    if (municipality !== '') document.title = [title, municipality].filter(Boolean).join(' · ')
  }, [title, municipality])
}

interface ListProps {
  title: string
  sub?: ComponentChildren
  /** Top right, on a phone below the heading. */
  action?: ComponentChildren
  /** Second column, 316 px; drops below on narrow screens. */
  aside?: ComponentChildren
  /** A form column, not a list. */
  form?: boolean
  children: ComponentChildren
}

export function ListPage({ title, sub, action, aside, form = false, children }: ListProps) {
  useTitle(title)
  useRowKeys()
  return (
    <main id="inhalt" tabIndex={-1} class={`list-page${form ? ' form-page' : ''}`}>
      <header class="page-head">
        <div>
          <h1 tabIndex={-1}>{title}</h1>
          {sub && <p class="page-sub">{sub}</p>}
        </div>
        {action && <div class="page-actions">{action}</div>}
      </header>
      {/* The list stands in the same place with and without a second column: what one does in it outlives its coming. */}
      <div class={aside ? 'two-columns' : undefined}>
        <div>{children}</div>
        {aside && <aside>{aside}</aside>}
      </div>
    </main>
  )
}

interface EditorProps {
  /** Names the page for the browser's tab and, unseen, as its heading. */
  title: string
  back: { href: string; label: string }
  badge?: ComponentChildren
  status?: ComponentChildren
  /** What pressing the main button leads to: "Do 26.11., 7:00". */
  outcome?: ComponentChildren
  history?(): void
  primary?: { label: string; onPress(): void; keys?: string; busy?: boolean }
  /** What else one can do, behind "…". */
  secondary?: MenuItem[]
  /** 392 px at the right; below 1100 px a page of its own behind "Vorschau". */
  preview?: ComponentChildren
  /** A column of its own for wide screens; the preview takes its place on demand. */
  beside?: { label: string; children: ComponentChildren }
  children: ComponentChildren
}

export function EditorPage({ title, back, badge, status, outcome, history, primary, secondary = [], preview, beside, children }: EditorProps) {
  const { t } = useWords()
  const { narrow } = useContext(LayoutContext)
  const phone = useRoom('phone')
  const wide = useRoom('wide')
  const [looking, setLooking] = useState(false)
  useTitle(title)
  useLayoutEffect(() => {
    narrow(true)
    return () => narrow(false)
  }, [narrow])
  useKeys(primary ? { 'ctrl+enter': { label: primary.label, run: primary.onPress, group: 'here' } } : {})
  useKeys({ escape: { label: t.shell.close, run: () => (looking ? setLooking(false) : (document.activeElement as HTMLElement | null)?.blur()), group: 'here' } })

  const main = primary && (
    <Button kind="main" busy={primary.busy} keys={primary.keys ?? 'ctrl+enter'} onPress={primary.onPress}>
      {primary.label}
    </Button>
  )
  const more = [...(phone && history ? [{ label: t.shell.history, icon: 'history' as const, onSelect: history }] : []), ...secondary]
  const apart = preview !== undefined && !wide
  const column = wide && (preview !== undefined || beside !== undefined)
  // What stands beside the fields now; alone it is the page.
  const shown = looking || beside === undefined ? preview : beside.children
  const Beside = apart ? 'main' : 'aside'
  return (
    <div class={`editor-page${column ? ' with-preview' : ''}`}>
      <section class="editor-bar" aria-label={title}>
        <a
          class="editor-back"
          href={back.href}
          aria-label={phone ? t.shell.back(back.label) : undefined}
          onClick={(event) => {
            if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return
            event.preventDefault()
            goUp(back.href)
          }}
        >
          <Icon name={phone ? 'close' : 'back'} />
          {!phone && <span>{back.label}</span>}
        </a>
        {badge}
        {status}
        <span class="editor-gap" />
        {history && !phone && (
          <Button kind="plain" icon="history" onPress={history}>
            {t.shell.history}
          </Button>
        )}
        {(apart || (preview !== undefined && beside !== undefined)) && (
          <Button kind="plain" icon="eye" expanded={looking} onPress={() => setLooking(!looking)}>
            {t.shell.preview}
          </Button>
        )}
        <MoreMenu items={more} />
        {!phone && outcome && <div class="editor-outcome">{outcome}</div>}
        {!phone && main}
      </section>
      <div class="editor-columns">
        <main id="inhalt" tabIndex={-1} class="editor-main" hidden={apart && looking}>
          <h1 class="sr-only" tabIndex={-1}>
            {title}
          </h1>
          {children}
        </main>
        {(column || (apart && looking)) && (
          <Beside class="editor-preview" aria-label={looking || beside === undefined ? t.shell.preview : beside.label}>
            {apart && <h1 class="sr-only">{t.shell.preview}</h1>}
            {shown}
          </Beside>
        )}
      </div>
      {phone && (primary || outcome) && (
        <footer class="editor-foot">
          <div class="editor-outcome">{outcome}</div>
          {main}
        </footer>
      )}
    </div>
  )
}
