// SPDX-License-Identifier: EUPL-1.2
/** A resident's suggestion to the town hall and what became of it; the secret in its link is the key. Keeps nothing. */

import type { OwnSuggestion, Suggestion } from './types'

export type SuggestionAnswer =
  | { kind: 'done'; suggestion: OwnSuggestion }
  | { kind: 'gone' }
  /** Too many from one place in a short time. */
  | { kind: 'often' }
  /** An earlier version of it has arrived, and its answer was lost. */
  | { kind: 'taken' }
  | { kind: 'refused' }
  | { kind: 'unreachable' }

const ADDRESS = '/api/v1/events/suggestions'
const PATIENCE_MS = 20_000

async function ask(path: string, secret: string, body?: Suggestion): Promise<SuggestionAnswer> {
  const control = new AbortController()
  const timer = setTimeout(() => control.abort(), PATIENCE_MS)
  try {
    const response = await fetch(path, {
      method: body === undefined ? 'GET' : 'POST',
      signal: control.signal,
      headers: { authorization: `Bearer ${secret}`, ...(body && { 'content-type': 'application/json' }) },
      body: body && JSON.stringify(body),
    })
    // A hotel's log-in page answers with HTML, whatever one asks: parsing it fails, and that is no connection.
    const answer: unknown = await response.json()
    if (response.ok) return { kind: 'done', suggestion: answer as OwnSuggestion }
    if (response.status === 404) return { kind: 'gone' }
    if (response.status === 409) return { kind: 'taken' }
    if (response.status === 429) return { kind: 'often' }
    return { kind: response.status < 500 ? 'refused' : 'unreachable' }
  } catch {
    return { kind: 'unreachable' }
  } finally {
    clearTimeout(timer)
  }
}

/** Sends it; the same one a second time changes nothing. Never throws. */
export function suggest(suggestion: Suggestion, secret: string): Promise<SuggestionAnswer> {
  return ask(ADDRESS, secret, suggestion)
}

export function readSuggestion(id: string, secret: string): Promise<SuggestionAnswer> {
  return ask(`${ADDRESS}/${encodeURIComponent(id)}`, secret)
}
