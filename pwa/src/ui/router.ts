// SPDX-License-Identifier: EUPL-1.2
/**
 * The address bar as state: one place, one way to move, scroll positions kept per history entry.
 * Knows no page and no route table.
 */

import { useEffect, useState } from 'preact/hooks'

export interface Place {
  path: string
  query: URLSearchParams
  href: string
  /** How the resident got here; a filter that changes only the query is 'replace' or 'push' on the same path. */
  by: 'load' | 'push' | 'replace' | 'pop'
}

/** What a history entry remembers: where one was on the page, what was open, where one came from. */
interface Entry {
  y?: number
  pages?: number
  from?: string
}

const listeners = new Set<(place: Place) => void>()
let known: Place | undefined

function read(by: Place['by']): Place {
  const path = location.pathname.replace(/\/+$/, '') || '/'
  return { path, query: new URLSearchParams(location.search), href: location.pathname + location.search, by }
}

function here(): Place {
  known ??= read('load')
  return known
}

function move(by: Place['by']): void {
  const place = read(by)
  known = place
  for (const listener of listeners) listener(place)
}

export function entry(): Entry {
  return (history.state as Entry | null) ?? {}
}

/** Adds to what the present history entry remembers. */
export function remember(what: Entry): void {
  history.replaceState({ ...entry(), ...what }, '')
}

/** Goes to an address of this app. */
export function navigate(href: string, options: { replace?: boolean } = {}): void {
  if (options.replace) {
    history.replaceState(entry(), '', href)
    move('replace')
    return
  }
  if (href !== here().href) {
    remember({ y: scrollY })
    history.pushState({ from: here().href }, '', href)
  }
  move('push')
}

/** Goes up to `href`: back in the history when one came from there, so that filters and position are kept. */
export function goUp(href: string): void {
  const from = entry().from
  if (from !== undefined && (from === href || from.split('?')[0] === href)) history.back()
  else navigate(href)
}

export function usePlace(): Place {
  const [seen, setSeen] = useState(here)
  useEffect(() => {
    listeners.add(setSeen)
    setSeen(here())
    return () => void listeners.delete(setSeen)
  }, [])
  return seen
}

function linkOf(event: MouseEvent): HTMLAnchorElement | undefined {
  if (event.defaultPrevented || event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return
  const link = (event.target as Element | null)?.closest?.('a[href]')
  if (!(link instanceof HTMLAnchorElement) || link.origin !== location.origin || link.hasAttribute('download')) return
  return link.target === '' || link.target === '_self' ? link : undefined
}

/** Takes over clicks on links whose path `owns` accepts; everything else stays with the browser. */
export function startRouter(owns: (path: string) => boolean): void {
  history.scrollRestoration = 'manual'
  document.addEventListener('click', (event) => {
    const link = linkOf(event)
    if (link === undefined || link.getAttribute('href')?.startsWith('#') || !owns(link.pathname)) return
    event.preventDefault()
    navigate(link.pathname + link.search)
  })
  addEventListener('popstate', () => {
    // A jump within the page (skip link) is the browser's own business.
    if (location.pathname + location.search !== here().href) move('pop')
  })
  let resting: ReturnType<typeof setTimeout> | undefined
  addEventListener(
    'scroll',
    () => {
      clearTimeout(resting)
      resting = setTimeout(() => remember({ y: scrollY }), 200)
    },
    { passive: true },
  )
}

/** Scrolls to where one was; waits up to two seconds for content that is still coming, and yields to the resident. */
export function restoreScroll(): void {
  const y = entry().y ?? 0
  const until = Date.now() + 2000
  let given = false
  const yieldTo = () => (given = true)
  const signs = ['wheel', 'touchstart', 'keydown'] as const
  for (const sign of signs) addEventListener(sign, yieldTo, { once: true, passive: true })
  const step = () => {
    if (given) return
    scrollTo({ top: y, behavior: 'instant' })
    if (Math.abs(scrollY - y) > 1 && Date.now() < until) requestAnimationFrame(step)
    else for (const sign of signs) removeEventListener(sign, yieldTo)
  }
  step()
}
