// SPDX-License-Identifier: EUPL-1.2
/**
 * From one build to the next: what this device has had beside the precache comes along with an update, and what is
 * replaced stays for pages that are still open. Part of sw.ts only; knows neither pages nor API.
 */

import { EXTRA_CACHE, PREVIOUS_CACHE } from './names'

/** What belongs together: the pages of one feature as a whole, drawings and letters each for itself. */
export function kinOf(url: string): string {
  const path = url.replace(/^https?:\/\/[^/]*/, '').replace(/^\//, '')
  return /^assets\/later\/[^/]+\//.exec(path)?.[0] ?? path.replace(/-[\w-]{8}(?=\.\w+$)/, '')
}

/** At the installation: whoever has opened such a page before needs it without a network after the update too. */
export async function bringAlong(extras: string[]): Promise<void> {
  const cache = await caches.open(EXTRA_CACHE)
  const had = new Set((await cache.keys()).map(({ url }) => kinOf(url)))
  // What fails now is fetched when it is needed.
  await Promise.allSettled(extras.filter((url) => had.has(kinOf(url))).map(async (url) => (await cache.match(url)) ?? cache.add(url)))
}

/** At the activation: an open page of the build before this one still loads its lazy chunks. */
export async function movePrevious(precached: string, current: Set<string>): Promise<void> {
  const outgoing: [Cache, Request][] = []
  for (const name of [precached, EXTRA_CACHE]) {
    const cache = await caches.open(name)
    for (const request of await cache.keys())
      if (!current.has(request.url) && new URL(request.url).pathname.startsWith('/assets/')) outgoing.push([cache, request])
  }
  if (outgoing.length === 0) return
  await caches.delete(PREVIOUS_CACHE)
  const previous = await caches.open(PREVIOUS_CACHE)
  const extra = await caches.open(EXTRA_CACHE)
  for (const [cache, request] of outgoing) {
    const response = await cache.match(request)
    if (response !== undefined) await previous.put(request, response)
    await extra.delete(request)
  }
}
