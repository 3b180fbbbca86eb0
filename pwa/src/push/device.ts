// SPDX-License-Identifier: EUPL-1.2
/** What the page does on this device: asks the browser, tells the server, remembers. Every way ends in one word. */

import { useCallback, useEffect, useState } from 'preact/hooks'
import { askPush, type PushAnswer } from '../api/push'
import { useInstall } from '../offline/install'
import { readRecord, writeRecord, type PushRecord, type Wishes } from '../offline/push-record'
import { addressOf, mend } from '../offline/push-subscription'
import { unsubscribe } from '../offline/unsubscribe'
import { standingOf, type Standing } from './standing'

export type Outcome = 'done' | 'undecided' | 'denied' | 'offline' | 'failed' | 'lost'

const WORKER_MS = 10_000

/** The worker is there soon after the first visit; where it is forbidden it never comes. */
async function pushManager(): Promise<PushManager | undefined> {
  const never = new Promise<undefined>((done) => setTimeout(done, WORKER_MS))
  return (await Promise.race([navigator.serviceWorker.ready, never]))?.pushManager
}

async function subscribed(manager: PushManager, key: string): Promise<PushSubscription> {
  const options = { userVisibleOnly: true, applicationServerKey: key }
  try {
    return await manager.subscribe(options)
  } catch (refusal) {
    // One for another key is left over, as after the municipality's server was set up anew: only without it comes a new one.
    const old = await manager.getSubscription()
    if (old === null) throw refusal
    await old.unsubscribe()
    return manager.subscribe(options)
  }
}

const OUTCOMES: Record<PushAnswer['kind'], Outcome> = { done: 'done', gone: 'lost', unreachable: 'offline', refused: 'failed' }

async function register(manager: PushManager, key: string, wishes: Wishes): Promise<Outcome> {
  const subscription = await subscribed(manager, key)
  const address = addressOf(subscription)
  const answer = await askPush({ method: 'POST', body: { ...wishes, ...address } })
  if (answer.kind !== 'done' || answer.row === undefined) {
    await subscription.unsubscribe()
    return OUTCOMES[answer.kind]
  }
  const owner = { id: answer.row.id, auth: address.keys.auth }
  const before = await readRecord()
  try {
    await writeRecord({ ...owner, ...wishes, key })
  } catch (full) {
    // Without a memory nobody could ever unsubscribe here.
    await askPush({ method: 'DELETE', owner })
    await subscription.unsubscribe()
    throw full
  }
  // The one before, which the browser had dropped, would stay at the server until a message fails.
  if (before !== undefined && before.id !== owner.id) await askPush({ method: 'DELETE', owner: before })
  return 'done'
}

/** Asks for permission, so it is called only after a tap. */
export async function enable(key: string, wishes: Wishes): Promise<Outcome> {
  try {
    const permission = await Notification.requestPermission()
    if (permission !== 'granted') return permission === 'denied' ? 'denied' : 'undecided'
    const manager = await pushManager()
    return manager === undefined ? 'failed' : await register(manager, key, wishes)
  } catch {
    return 'failed'
  }
}

export async function change(wishes: Wishes): Promise<Outcome> {
  const record = await readRecord()
  if (record === undefined) return 'lost'
  const answer = await askPush({ method: 'PUT', owner: record, body: wishes })
  if (answer.kind === 'gone') await unsubscribe(true)
  if (answer.kind === 'done') await writeRecord({ ...record, ...wishes })
  return OUTCOMES[answer.kind]
}

export async function stop(): Promise<Outcome> {
  return OUTCOMES[await unsubscribe(false)]
}

/** Whether the server still knows what this device believes; mends what the browser has renewed meanwhile. */
async function check(record: PushRecord): Promise<boolean> {
  const manager = (await navigator.serviceWorker.getRegistration())?.pushManager
  if (manager !== undefined) await mend(manager).catch(() => undefined)
  const answer = await askPush({ method: 'GET', owner: (await readRecord()) ?? record })
  if (answer.kind === 'gone') await unsubscribe(true)
  return answer.kind !== 'gone'
}

export interface Device {
  standing: Standing
  record: PushRecord | undefined
  /** What had been chosen in a subscription that the server or the browser does not know any more. */
  lost: Wishes | undefined
}

/** This device as it is now; looks again when the resident comes back from the browser's or the system's settings. */
export function useDevice(): { device: Device | undefined; refresh(lost?: Wishes): Promise<void> } {
  const { installed, platform } = useInstall()
  const [device, setDevice] = useState<Device>()
  const refresh = useCallback(
    async (lost?: Wishes) => {
      const record = await readRecord()
      const supported = 'serviceWorker' in navigator && 'PushManager' in globalThis && 'Notification' in globalThis
      const permission = supported ? Notification.permission : undefined
      const standing = standingOf({ platform, installed, supported, permission, subscribed: record !== undefined })
      setDevice({ standing, record, lost: lost ?? (standing === 'off' ? record : undefined) })
    },
    [installed, platform],
  )
  useEffect(() => {
    const back = (): void => void (document.visibilityState === 'visible' && refresh())
    document.addEventListener('visibilitychange', back)
    let status: PermissionStatus | undefined
    navigator.permissions?.query({ name: 'notifications' }).then(
      (found) => (status = found).addEventListener('change', back),
      () => undefined,
    )
    return () => {
      document.removeEventListener('visibilitychange', back)
      status?.removeEventListener('change', back)
    }
  }, [refresh])
  useEffect(() => {
    void (async () => {
      await refresh()
      const record = await readRecord()
      if (record !== undefined && !(await check(record))) await refresh(record)
    })()
  }, [refresh])
  return { device, refresh }
}
