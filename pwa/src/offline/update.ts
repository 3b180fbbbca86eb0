// SPDX-License-Identifier: EUPL-1.2
/**
 * A new build: it waits until the resident says so, then this page reloads into it once. Other
 * open tabs get the same offer instead of a reload under a half-filled form; until then the
 * worker still hands them the previous build's chunks.
 */

import { useEffect, useState } from 'preact/hooks'

export interface Update {
  ready: boolean
  apply(): void
  later(): void
}

const HOUR_MS = 3_600_000
let registration: ServiceWorkerRegistration | undefined
let started = false
let ready = false
let asked = false
const listeners = new Set<() => void>()

function set(value: boolean): void {
  ready = value
  for (const listener of listeners) listener()
}

function watch(found: ServiceWorkerRegistration): void {
  registration = found
  // Without a controller the waiting worker is the very first one: nothing to update.
  const check = (): void => {
    if (found.waiting !== null && navigator.serviceWorker.controller !== null) set(true)
  }
  check()
  found.addEventListener('updatefound', () => found.installing?.addEventListener('statechange', check))
  const look = (): void => void found.update().catch(() => undefined)
  setInterval(look, HOUR_MS)
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'visible') look()
  })
}

/** The first visit loads before there is a worker; it keeps what was loaded without it. */
function tellLoaded(worker: ServiceWorker | null): void {
  worker?.postMessage({ type: 'LOADED', urls: performance.getEntriesByType('resource').map(({ name }) => name) })
}

async function register(): Promise<void> {
  const { serviceWorker } = navigator
  let controlled = serviceWorker.controller !== null
  serviceWorker.addEventListener('controllerchange', () => {
    if (asked) location.reload()
    else if (controlled) set(true)
    else tellLoaded(serviceWorker.controller)
    controlled = true
  })
  try {
    watch(await serviceWorker.register('/sw.js', { updateViaCache: 'none' }))
  } catch {
    // No worker (private mode, switched off): the app works, it only needs the network.
  }
}

/** Installs the service worker once the page has loaded, so that it never delays the first paint. */
export function startWorker(): void {
  if (started || !import.meta.env.PROD || !('serviceWorker' in navigator)) return
  started = true
  if (document.readyState === 'complete') void register()
  else addEventListener('load', () => void register(), { once: true })
}

function apply(): void {
  if (asked) return
  asked = true
  const waiting = registration?.waiting
  // Another tab was first: the new worker is already in charge, only this page is old.
  if (waiting == null) location.reload()
  else waiting.postMessage({ type: 'SKIP_WAITING' })
}

/** `ready` once a new build waits; `apply` reloads into it, `later` hides the offer for this visit. */
export function useUpdate(): Update {
  const [, redraw] = useState(0)
  useEffect(() => {
    const changed = (): void => redraw((n) => n + 1)
    listeners.add(changed)
    startWorker()
    return () => {
      listeners.delete(changed)
    }
  }, [])
  return { ready, apply, later: () => set(false) }
}
