// SPDX-License-Identifier: EUPL-1.2
/**
 * The service worker: starts the app without a network and keeps its look and seen pictures.
 * It knows no API answers: the page owns the data. Asks before it updates. What rings is push-worker.ts.
 */

import { PrecacheController, type PrecacheEntry } from 'workbox-precaching'
import { bringAlong, movePrevious } from './extras'
import { EXTRA, EXTRA_CACHE, MEDIA_CACHE, PREVIOUS_CACHE, TENANT_CACHE } from './names'
import { listenForReports } from './outbox-worker'
import { mend } from './push-subscription'
import { listenForPushes } from './push-worker'

declare const self: ServiceWorkerGlobalScope & { __WB_MANIFEST: (PrecacheEntry | string)[] }

const SHELL = '/app-shell.html'
const PICTURES_KEPT = 80
/** What a start needs beside the shell, different in each municipality. */
const TENANT_FILES = ['/theme.css', '/manifest.webmanifest', '/icons/icon.svg', '/icons/apple-touch-icon.png']
/** Not the resident's app: the server answers these navigations itself. */
const SERVER_ONLY = /^\/(redaktion|api|media|feeds|open311|icons|assets|docs|healthz|readyz)(\/|$)|\.[a-z0-9]+$/i

/** The staff's side needs the network anyway: its code takes no room here. */
const ASSET = /^\/assets\/(?!editor\/)/

const build = self.__WB_MANIFEST as PrecacheEntry[]
const extras = build.map(({ url }) => url).filter((url) => EXTRA.test(url))
const precache = new PrecacheController()
precache.addToCacheList(build.filter(({ url }) => !EXTRA.test(url)))

/** Tenant files have one copy each, whatever version their address names. */
async function refresh(path: string): Promise<Response> {
  const response = await fetch(path, { cache: 'no-cache' })
  if (response.ok) await (await caches.open(TENANT_CACHE)).put(path, response.clone())
  return response
}

async function shell(request: Request): Promise<Response> {
  return (await precache.matchPrecache(SHELL)) ?? fetch(request)
}

async function asset(request: Request): Promise<Response> {
  const precached = await precache.matchPrecache(request)
  if (precached !== undefined) return precached
  for (const cacheName of [EXTRA_CACHE, PREVIOUS_CACHE]) {
    const kept = await caches.match(request, { cacheName })
    if (kept !== undefined) return kept
  }
  const response = await fetch(request)
  if (response.status === 200) await (await caches.open(EXTRA_CACHE)).put(request, response.clone())
  return response
}

async function tenantFile(path: string, event: FetchEvent): Promise<Response> {
  const kept = await caches.match(path, { cacheName: TENANT_CACHE })
  const fresh = refresh(path)
  if (kept === undefined) return fresh
  event.waitUntil(fresh.catch(() => undefined))
  return kept
}

/** Pictures are named by their hash and never change; offline any size of the same one is better than none. */
async function picture(request: Request, event: ExtendableEvent): Promise<Response> {
  const cache = await caches.open(MEDIA_CACHE)
  const kept = await cache.match(request)
  if (kept !== undefined) return kept
  try {
    const response = await fetch(request)
    if (response.status === 200) event.waitUntil(keepPicture(cache, request, response.clone()))
    return response
  } catch (failure) {
    const hash = new URL(request.url).pathname.replace(/-\d+\.\w+$/, '-')
    const sibling = (await cache.keys()).find(({ url }) => new URL(url).pathname.startsWith(hash))
    const other = sibling && (await cache.match(sibling))
    if (other === undefined) throw failure
    return other
  }
}

async function keepPicture(cache: Cache, request: Request, response: Response): Promise<void> {
  try {
    await cache.put(request, response)
    const keys = await cache.keys()
    await Promise.all(keys.slice(0, Math.max(0, keys.length - PICTURES_KEPT)).map((key) => cache.delete(key)))
  } catch {
    // The device is full: the picture was shown, it is only not kept.
  }
}

self.addEventListener('install', (event) => {
  event.waitUntil(precache.install(event))
  event.waitUntil(bringAlong(extras))
  // Without a theme the app still starts, so a failure here stops nothing.
  event.waitUntil(Promise.allSettled(TENANT_FILES.map(refresh)))
})

self.addEventListener('activate', (event) => {
  event.waitUntil(
    movePrevious(precache.strategy.cacheName, new Set([...precache.getURLsToCacheKeys().values(), ...extras.map((url) => new URL(url, location.origin).href)]))
      .catch(() => undefined)
      .then(() => precache.activate(event))
      .then(() => self.clients.claim()),
  )
})

/** What the page loaded before this worker was in charge: from the browser's own cache, so it costs no bytes. */
function catchUp(urls: string[], event: ExtendableEvent): Promise<unknown> {
  const own = urls.map((url) => new URL(url)).filter(({ origin }) => origin === self.location.origin)
  return Promise.allSettled(
    own.map(({ href, pathname }) => {
      if (pathname.startsWith('/media/')) return picture(new Request(href), event)
      return ASSET.test(pathname) ? asset(new Request(href)) : undefined
    }),
  )
}

self.addEventListener('message', (event) => {
  const message = event.data as { type?: string; urls?: string[] } | null
  if (message?.type === 'SKIP_WAITING') void self.skipWaiting()
  if (message?.type === 'LOADED') event.waitUntil(catchUp(message.urls ?? [], event))
})

self.addEventListener('fetch', (event) => {
  const { request } = event
  const { origin, pathname } = new URL(request.url)
  if (request.method !== 'GET' || origin !== self.location.origin) return
  if (request.mode === 'navigate') {
    if (!SERVER_ONLY.test(pathname)) event.respondWith(shell(request))
    event.waitUntil(mend(self.registration.pushManager).catch(() => undefined))
  } else if (ASSET.test(pathname) || pathname === '/boot.js') {
    event.respondWith(asset(request))
  } else if (pathname.startsWith('/media/')) {
    event.respondWith(picture(request, event))
  } else if (TENANT_FILES.includes(pathname) || pathname.startsWith('/icons/')) {
    event.respondWith(tenantFile(pathname, event))
  }
})

listenForPushes(self, (path) => !SERVER_ONLY.test(path))
listenForReports(self)
