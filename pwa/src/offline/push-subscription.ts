// SPDX-License-Identifier: EUPL-1.2
/**
 * Keeps the browser's subscription, the server's row and this device's record together. Browsers renew a
 * subscription when they like; the page and the service worker mend it with the same few lines.
 */

import { askPush, type PushAnswer } from '../api/push'
import type { PushSubscribe } from '../api/types'
import { clearRecord, readRecord, writeRecord } from './push-record'

type Address = Pick<PushSubscribe, 'endpoint' | 'keys'>

/** What the server wants to know of a browser's subscription, and nothing else. */
export function addressOf(subscription: PushSubscription): Address {
  const { endpoint, keys } = subscription.toJSON() as Address
  return { endpoint, keys: { p256dh: keys.p256dh, auth: keys.auth } }
}

/**
 * Tells the server if the browser has another subscription than the one it knows; asked at every start, since browsers
 * renew without a network too. Rejects when the browser gives none.
 */
export async function mend(manager: PushManager, given?: PushSubscription | null): Promise<void> {
  const record = await readRecord()
  if (record === undefined) return
  const { id, auth, key, topics, quiet, urgent_passes } = record
  const present = given ?? (await manager.getSubscription())
  // Without a permission the browser would ask for it here, and nobody has tapped anything.
  if (present === null && Notification.permission !== 'granted') return
  const current = present ?? (await manager.subscribe({ userVisibleOnly: true, applicationServerKey: key }))
  const address = addressOf(current)
  if (address.keys.auth === auth) return
  const body = { ...address, topics, quiet, urgent_passes }
  let answer = await askPush({ method: 'PUT', owner: { id, auth }, body })
  // The push service had reported the old one as gone, and the server has deleted it.
  if (answer.kind === 'gone') answer = await askPush({ method: 'POST', body })
  // Everything else is tried again at the next start.
  if (answer.kind === 'done' && answer.row !== undefined) await writeRecord({ ...record, id: answer.row.id, auth: address.keys.auth })
}

/**
 * Leaves: the server's row, the device's record, the browser's subscription. Without the server everything stays as it
 * is, unless it is to go `anyway`: then the server learns it from the push service with the next message.
 */
export async function leave(manager: PushManager, anyway: boolean): Promise<PushAnswer['kind']> {
  const owner = await readRecord()
  if (owner !== undefined) {
    const { kind } = await askPush({ method: 'DELETE', owner })
    if (!anyway && kind !== 'done' && kind !== 'gone') return kind
    // The record before the subscription: nothing brings back what no record knows.
    await clearRecord()
  }
  await (await manager.getSubscription())?.unsubscribe()
  return 'done'
}
