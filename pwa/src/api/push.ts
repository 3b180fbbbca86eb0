// SPDX-License-Identifier: EUPL-1.2
/**
 * What a device tells the town hall about its notifications, and what became of it. The service
 * worker uses it too: knows no DOM and keeps nothing.
 */

import type { PushChange, PushRow, PushSubscribe } from './types'

/** Who may change a subscription: whoever knows its secret, which only its own browser does. */
export interface PushOwner {
  id: string
  auth: string
}

export type PushAnswer =
  | { kind: 'done'; row: PushRow | undefined }
  /** The server has no such subscription (any more). */
  | { kind: 'gone' }
  | { kind: 'refused'; code: string }
  | { kind: 'unreachable' }

type Ask =
  | { method: 'POST'; owner?: undefined; body: PushSubscribe }
  | { method: 'PUT'; owner: PushOwner; body: PushChange }
  | { method: 'GET' | 'DELETE'; owner: PushOwner; body?: undefined }

const PATIENCE_MS = 15_000

/** One request about this device's subscription. Never throws. */
export async function askPush({ method, owner, body }: Ask): Promise<PushAnswer> {
  const control = new AbortController()
  const timer = setTimeout(() => control.abort(), PATIENCE_MS)
  try {
    const response = await fetch(`/api/v1/push/subscriptions${owner ? `/${owner.id}` : ''}`, {
      method,
      signal: control.signal,
      headers: { 'content-type': 'application/json', ...(owner && { authorization: `Bearer ${owner.auth}` }) },
      body: JSON.stringify(body),
    })
    // A hotel's log-in page answers with HTML, whatever one asks: parsing it fails, and that is no connection.
    const answer = response.status === 204 ? undefined : ((await response.json()) as PushRow & { code: string })
    if (response.ok) return { kind: 'done', row: answer }
    if (answer?.code === 'not-found') return { kind: 'gone' }
    return response.status < 500 ? { kind: 'refused', code: answer?.code ?? '' } : { kind: 'unreachable' }
  } catch {
    return { kind: 'unreachable' }
  } finally {
    clearTimeout(timer)
  }
}
