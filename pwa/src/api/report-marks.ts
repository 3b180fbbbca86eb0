// SPDX-License-Identifier: EUPL-1.2
/** What anybody may say to a public report: that it bothers them too, or that the entry itself is wrong. Keeps nothing. */

import { patiently } from './patience'

export type MarkAnswer =
  | { kind: 'done' }
  /** It is not public any more. */
  | { kind: 'gone' }
  /** Too many from one place in a short time. */
  | { kind: 'often' }
  | { kind: 'refused' }
  | { kind: 'unreachable' }

export type FlagReason = 'personal' | 'offensive' | 'wrong' | 'other'

export interface Flag {
  device: string
  reason: FlagReason
  text: string
  /** Only machines fill it in. */
  website: string
  elapsed_ms: number
}

const PATIENCE_MS = 20_000

async function say(id: string, verb: 'supports' | 'flags', body: object): Promise<MarkAnswer> {
  try {
    const { ok, status } = await patiently(PATIENCE_MS, (signal) =>
      fetch(`/api/v1/defects/${encodeURIComponent(id)}/${verb}`, {
        method: 'POST',
        signal,
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(body),
      }),
    )
    if (ok) return { kind: 'done' }
    if (status === 404) return { kind: 'gone' }
    if (status === 429) return { kind: 'often' }
    return { kind: status < 500 ? 'refused' : 'unreachable' }
  } catch {
    return { kind: 'unreachable' }
  }
}

/** "Stört mich auch": the same device a second time changes nothing. Never throws. */
export function supportReport(id: string, device: string): Promise<MarkAnswer> {
  return say(id, 'supports', { device })
}

/** "Eintrag beanstanden". Never throws. */
export function flagReport(id: string, flag: Flag): Promise<MarkAnswer> {
  return say(id, 'flags', flag)
}
