// SPDX-License-Identifier: EUPL-1.2
/**
 * Sends what waits, one report after the other, from a page or from the service worker: knows no DOM. However often it
 * is begun, cut or killed, the town hall gets one report with all its photos: id, secret and bytes stay the same.
 */

import { putReport } from '../api/reports'
import { OUTBOX_CHANNEL } from './names'
import { markSent, markState, readAll, type Waiting } from './report-store'

/** The name under which the browser wakes the worker when the network is back. */
export const OUTBOX_SYNC = 'sv-outbox'

export function tellOutbox(): void {
  if (!('BroadcastChannel' in globalThis)) return
  const channel = new BroadcastChannel(OUTBOX_CHANNEL)
  channel.postMessage(null)
  channel.close()
}

async function sendOne({ id, secret, report, photos }: Waiting): Promise<boolean> {
  await markState(id, 'sending')
  tellOutbox()
  const answer = await putReport(id, secret, report, photos)
  if (answer.kind === 'done') await markSent(id, answer.receipt)
  else if (answer.kind === 'refused') await markState(id, 'refused', answer)
  else await markState(id, 'queued')
  tellOutbox()
  return answer.kind !== 'later'
}

async function sendAll(): Promise<boolean> {
  const tried = new Set<string>()
  let all = true
  for (;;) {
    // "sending" is what a page that was killed has left: whoever holds the lock knows that nobody sends it now.
    const waiting = (await readAll<Waiting>('outbox')).filter(({ id, state }) => state !== 'refused' && !tried.has(id))
    const [next] = waiting.sort((one, other) => one.since - other.since)
    if (next === undefined) return all
    tried.add(next.id)
    // One that the server stumbles over holds up no other.
    all = (await sendOne(next)) && all
  }
}

/** Sends what waits; false when something still waits for the network. Two tabs and the worker take turns. */
export async function drain(): Promise<boolean> {
  // Without locks two may send the same at a time, and the server keeps one.
  return 'locks' in navigator ? navigator.locks.request('sv-outbox', sendAll) : sendAll()
}
