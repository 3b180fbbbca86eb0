// SPDX-License-Identifier: EUPL-1.2
/** Around every page of the area: navigation, what floats, and the page that the address says. */

import type { ComponentType } from 'preact'
import { useEffect, useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks'
import { onReach } from '../api/client'
import { navigate, restoreScroll, usePlace, type Place } from '../ui/router'
import { useWords } from './i18n'
import { BottomBar, Sidebar, TopBar } from './navigation'
import { Palette } from './palette'
import { entriesFor, newEvent, newNews, routeOf, type PageProps } from './routes'
import { useSession } from './session'
import { Button } from './ui/button'
import { Empty } from './ui/empty'
import { Icon } from './ui/icon'
import { KeyList } from './key-list'
import { useKeys, type Shortcut } from './ui/keys'
import { LayoutContext } from './ui/page'
import { Toasts } from './ui/toasts'
import { useWaiting } from './waiting'

interface Shown {
  place: Place
  id: string
  page: ComponentType<PageProps> | undefined
}

const loaded = new Map<RegExp, ComponentType<PageProps>>()

/** The page to show: the old one stays until the code of the next one is there. */
function useShown(): { shown: Shown | undefined; broken: boolean } {
  const place = usePlace()
  const { can, modules } = useSession()
  const [shown, setShown] = useState<Shown>()
  const [broken, setBroken] = useState(false)
  useEffect(() => {
    let wanted = true
    setBroken(false)
    const found = routeOf(place.path, { can, modules })
    const known = found && loaded.get(found.route.pattern)
    if (found === undefined || known !== undefined) setShown({ place, id: found?.id ?? '', page: known })
    else
      found.route.load().then(
        (page) => {
          loaded.set(found.route.pattern, page)
          if (wanted) setShown({ place, id: found.id, page })
        },
        () => wanted && setBroken(true),
      )
    return () => {
      wanted = false
    }
  }, [place, can, modules])
  return { shown, broken }
}

/** After a move the focus is on the heading, so that screen readers start there. */
function useArrival(place: Place | undefined): void {
  const last = useRef<string | undefined>(undefined)
  useLayoutEffect(() => {
    if (place === undefined) return
    const before = last.current
    last.current = place.path
    if (before === undefined || before === place.path) return
    const came = place.by === 'pop' ? document.querySelector<HTMLElement>(`main a[href="${CSS.escape(before)}"]`) : null
    ;(came ?? document.querySelector<HTMLElement>('h1'))?.focus({ preventScroll: true })
    if (place.by === 'pop') restoreScroll()
    else scrollTo({ top: 0, behavior: 'instant' })
  }, [place])
}

function useOnline(): boolean {
  const [online, setOnline] = useState(navigator.onLine)
  useEffect(() => {
    const tell = () => setOnline(navigator.onLine)
    addEventListener('online', tell)
    addEventListener('offline', tell)
    const stop = onReach(setOnline)
    return () => {
      removeEventListener('online', tell)
      removeEventListener('offline', tell)
      stop()
    }
  }, [])
  return online
}

export function Frame() {
  const { t } = useWords()
  const { tenant, can, modules } = useSession()
  const { shown, broken } = useShown()
  const online = useOnline()
  const [narrow, setNarrow] = useState(false)
  const [searching, setSearching] = useState(false)
  const [listing, setListing] = useState(false)
  useArrival(shown?.place)
  const layout = useMemo(() => ({ municipality: tenant.name, narrow: setNarrow }), [tenant.name])
  const path = shown?.place.path ?? ''
  const entries = entriesFor({ can, modules })
  const waiting = useWaiting()
  const open = { search: () => setSearching(true), keys: () => setListing(true) }

  const everywhere: Record<string, Shortcut> = {
    'ctrl+k': { label: t.shell.search, run: open.search, group: 'everywhere' },
    '?': { label: t.shell.keys, run: open.keys, group: 'everywhere' },
  }
  if (entries.some(({ word }) => word === 'news'))
    everywhere['n'] = { label: t.shell.newNews, run: () => navigate(newNews()), group: 'everywhere' }
  if (entries.some(({ word }) => word === 'events'))
    everywhere['t'] = { label: t.shell.newEvent, run: () => navigate(newEvent()), group: 'everywhere' }
  for (const entry of entries) {
    const to = { label: t.shell.nav[entry.word], run: () => navigate(entry.href), group: 'everywhere' as const }
    if (entry.letter) everywhere[`g ${entry.letter}`] = to
  }
  useKeys(everywhere)

  const Page = shown?.page
  return (
    <LayoutContext.Provider value={layout}>
      <a class="skip" href="#inhalt">
        {t.shell.skip}
      </a>
      <div class={`frame${narrow ? ' narrow' : ''}`}>
        <Sidebar entries={entries} path={path} waiting={waiting} narrow={narrow} open={open} />
        <div class="frame-main">
          <TopBar open={open} />
          <div role="status">
            {!online && (
              <p class="offline-line">
                <Icon name="offline" size={18} />
                <span>
                  <strong>{t.shell.offline}</strong> {t.shell.offlineText}
                </span>
              </p>
            )}
          </div>
          {broken ? (
            <Note icon="alert" title={t.shell.brokenTitle} text={t.shell.broken} />
          ) : Page !== undefined ? (
            <Page key={path} id={shown?.id ?? ''} />
          ) : (
            shown !== undefined && <Note icon="search" title={t.shell.missingTitle} text={t.shell.missing} />
          )}
        </div>
        <BottomBar entries={entries} path={path} waiting={waiting} open={open} />
      </div>
      <Palette open={searching} entries={entries} onClose={() => setSearching(false)} />
      <KeyList open={listing} onClose={() => setListing(false)} />
      <Toasts />
    </LayoutContext.Provider>
  )
}

function Note({ icon, title, text }: { icon: 'alert' | 'search'; title: string; text: string }) {
  const { t } = useWords()
  return (
    <main id="inhalt" tabIndex={-1} class="list-page">
      <Empty alone icon={icon} title={title} text={text} action={<Button href="/redaktion">{t.shell.toToday}</Button>} />
    </main>
  )
}
