// SPDX-License-Identifier: EUPL-1.2
/** The shell around every page: what it reads once, where it leads, what floats above it. */

import { useEffect, useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks'
import type { Bootstrap } from './api/types'
import { useTexts, type Texts } from './i18n'
import { useCached, type Cached } from './offline/cached'
import { useOnline } from './offline/connection'
import { useUpdate } from './offline/update'
import { useWaiting } from './offline/waiting'
import { makeReady } from './ready'
import { routeOf, type PageProps } from './routes'
import { Footer } from './start/footer'
import { StartWaiting } from './start/start-page'
import { focusHeading } from './ui/arrival'
import { FrameContext, Page } from './ui/frame'
import { restoreScroll, usePlace, type Place } from './ui/router'
import { usePaper } from './ui/settings'
import { Gate, Skeleton } from './ui/states'
import { Tabs, TopNavigation, type Tab } from './ui/tabs'
import { Toasts } from './ui/toast'
import { UpdateCard } from './ui/update-card'
import type { ComponentType } from 'preact'

interface Shown {
  place: Place
  id: string
  page: ComponentType<PageProps>
}

/** The page to show: the old one stays until the code of the next one is there. */
function useShown(modules: string[] | undefined): { shown: Shown | undefined; broken: boolean } {
  const place = usePlace()
  const [shown, setShown] = useState<Shown>()
  const [broken, setBroken] = useState(false)
  const { route, id } = useMemo(() => routeOf(place.path, modules), [place.path, modules])
  const now = route.page ? { place, id, page: route.page } : shown
  useEffect(() => {
    let wanted = true
    setBroken(false)
    if (route.page) setShown({ place, id, page: route.page })
    else
      route.load?.().then(
        (page) => {
          route.page = page
          if (wanted) setShown({ place, id, page })
        },
        () => wanted && setBroken(true),
      )
    return () => {
      wanted = false
    }
  }, [place, route, id])
  return { shown: now, broken }
}

/** After a move: focus on the heading so that screen readers start there, and the place on the page. */
function useArrival(place: Place | undefined): void {
  const last = useRef(place)
  useLayoutEffect(() => {
    if (place === undefined) return
    const before = last.current
    last.current = place
    if (before === undefined || (before.path === place.path && place.by !== 'push')) {
      if (place.by === 'pop' || place.by === 'load') restoreScroll()
      return
    }
    const came = place.by === 'pop' ? document.querySelector<HTMLElement>(`.content a[href="${CSS.escape(before.href)}"]`) : null
    if (came) came.focus({ preventScroll: true })
    else focusHeading()
    if (place.by === 'pop') restoreScroll()
    else scrollTo({ top: 0, behavior: 'instant' })
  }, [place])
}

/** Whoever comes back to Start after an hour with the app open sees what is new by then. */
function useFreshStart(place: Place | undefined, reload: () => void): void {
  useEffect(() => {
    if (place?.path === '/' && place.by !== 'load') reload()
  }, [place, reload])
}

/** Once, when one knows the municipality. */
function useReady(boot: Bootstrap | undefined): void {
  const done = useRef(false)
  useEffect(() => {
    if (boot === undefined || done.current) return
    done.current = true
    makeReady(boot)
  }, [boot])
}

function tabsOf(boot: Bootstrap | undefined, t: Texts, waiting: number): Tab[] {
  // Before one knows which modules there are, an empty bar is better than one that rearranges itself.
  if (boot === undefined) return []
  const tabs: Tab[] = [{ href: '/', icon: 'home', label: t.tabs.start }]
  if (boot.modules.includes('news')) tabs.push({ href: '/aktuelles', icon: 'news', label: t.tabs.news })
  if (boot.modules.includes('events')) tabs.push({ href: '/termine', icon: 'cal', label: t.tabs.events })
  if (boot.defects !== null)
    tabs.push({
      href: boot.defects.mode === 'own' ? '/maengel/melden' : '/maengel',
      area: '/maengel',
      icon: 'report',
      label: t.tabs.report,
      ...(waiting > 0 && { note: t.waiting(waiting) }),
    })
  if (boot.modules.includes('services')) tabs.push({ href: '/dienste', icon: 'services', label: t.tabs.services })
  return tabs
}

export function App() {
  const { t, asOf } = useTexts()
  const bootstrap = useCached<Bootstrap>('bootstrap', '/api/v1/bootstrap')
  const online = useOnline()
  const update = useUpdate()
  const boot = bootstrap.data
  const { shown, broken } = useShown(boot?.modules)
  useArrival(boot === undefined ? undefined : shown?.place)
  useFreshStart(shown?.place, bootstrap.reload)
  useReady(boot)
  usePaper(boot?.theme.paper_light, boot?.theme.paper_dark)

  const tenant = boot?.tenant
  const frame = {
    name: tenant?.name ?? '',
    kind: tenant?.kind ?? '',
    arms: tenant?.arms ?? null,
    initials: tenant?.initials ?? '',
    online,
    words: { more: t.more, offline: t.offline, asOf: (moment: number) => t.asOf(asOf(moment)) },
  }
  const tabs = tabsOf(boot, t, useWaiting())
  const path = shown?.place.path ?? '/'
  const words = { navigation: t.navigation, more: t.more, menu: t.menu, close: t.close }
  return (
    <FrameContext.Provider value={frame}>
      <a class="skip kern-btn kern-btn--primary" href="#inhalt">
        <span class="kern-label">{t.skip}</span>
      </a>
      <TopNavigation tabs={tabs} path={path} words={words} />
      <div class="page">
        <Inside bootstrap={bootstrap} shown={shown} broken={broken} />
      </div>
      <Tabs tabs={tabs} path={path} words={words} />
      <div class="floats">
        <div role="status">{update.ready && <UpdateCard words={t.update} onApply={update.apply} onLater={update.later} />}</div>
        <Toasts />
      </div>
    </FrameContext.Provider>
  )
}

interface InsideProps {
  bootstrap: Cached<Bootstrap>
  shown: Shown | undefined
  broken: boolean
}

function Inside({ bootstrap, shown, broken }: InsideProps) {
  const { t } = useTexts()
  const boot = bootstrap.data
  const waiting = bootstrap.state === 'loading' || bootstrap.state === 'revalidating'
  if (boot === undefined && waiting && location.pathname === '/') return <StartWaiting />
  if (boot === undefined || (shown === undefined && !broken))
    return (
      <Page title="" heading={false}>
        <Gate of={{ ...bootstrap, data: undefined }} words={t.gate} phone={null} skeleton={<Skeleton label={t.gate.loading} />} alone lost>
          {() => null}
        </Gate>
      </Page>
    )
  const { tenant } = boot
  if (broken || shown === undefined)
    return (
      <Page title={t.gate.neverTitle} heading={false}>
        <Gate of={{ data: undefined, state: 'offline', reload: () => undefined }} words={t.gate} phone={tenant.phone} alone>
          {() => null}
        </Gate>
      </Page>
    )
  const Shown = shown.page
  return (
    <>
      <Shown key={shown.place.path} boot={boot} bootStoredAt={bootstrap.storedAt} id={shown.id} />
      <Footer boot={boot} storedAt={bootstrap.storedAt} start={shown.place.path === '/'} />
    </>
  )
}
