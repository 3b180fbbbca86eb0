// SPDX-License-Identifier: EUPL-1.2
/**
 * The only place of the app that talks to the network: conditional reads and
 * what became of them. Knows no DOM (the service worker may use it) and keeps nothing.
 */

import type { Problem } from './types'

export type Answer =
  | { kind: 'body'; body: unknown; etag: string | undefined; total: number | undefined; nextPage: number | null | undefined }
  | { kind: 'unchanged' }
  | { kind: 'problem'; problem: Problem }
  | { kind: 'unreachable' }

/** One bar of signal is slow, not gone; beyond this the copy on the phone is the better answer. */
const PATIENCE_MS = 15_000

const listeners = new Set<(reached: boolean) => void>()

/** Calls `listener` after each request with whether a server answered; returns the way to stop. */
export function onReach(listener: (reached: boolean) => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

function tell(reached: boolean): void {
  for (const listener of listeners) listener(reached)
}

function isJson(response: Response): boolean {
  return /^application\/([a-z.-]+\+)?json\b/.test(response.headers.get('content-type') ?? '')
}

async function problemOf(response: Response): Promise<Problem> {
  const known: unknown = isJson(response) ? await response.json().catch(() => undefined) : undefined
  if (typeof known === 'object' && known !== null && 'code' in known) return known as Problem
  return { type: 'about:blank', code: 'internal', title: response.statusText, status: response.status }
}

function pagination(response: Response): { total: number | undefined; nextPage: number | null | undefined } {
  const header = response.headers.get('x-pagination')
  if (header === null) return { total: undefined, nextPage: undefined }
  const page = JSON.parse(header) as { total: number; next_page?: number }
  return { total: page.total, nextPage: page.next_page ?? null }
}

/** Reads a JSON address, conditionally when `etag` is given. Never throws. */
export async function read(path: string, etag?: string, patience = PATIENCE_MS): Promise<Answer> {
  const control = new AbortController()
  const timer = setTimeout(() => control.abort(), patience)
  try {
    // Without an ETag nothing is added: only then the browser may hand over what the shell preloaded.
    const condition = etag === undefined ? {} : { headers: { 'if-none-match': etag } }
    const response = await fetch(path, { ...condition, signal: control.signal })
    if (response.status === 304) {
      tell(true)
      return { kind: 'unchanged' }
    }
    // A hotel's log-in page answers 200 with HTML: that is no connection to the town hall.
    if (response.ok && !isJson(response)) throw new TypeError('not JSON')
    const answer: Answer = response.ok
      ? { kind: 'body', body: await response.json(), etag: response.headers.get('etag') ?? undefined, ...pagination(response) }
      : { kind: 'problem', problem: await problemOf(response) }
    // A server that fails is no connection to the town hall either: the page then says how old its copy is.
    tell(response.status < 500)
    return answer
  } catch {
    tell(false)
    return { kind: 'unreachable' }
  } finally {
    clearTimeout(timer)
  }
}
