// SPDX-License-Identifier: EUPL-1.2
/** The resident's own reports, kept on this device only: the way to the answer without an account. */

import { useEffect, useState } from 'preact/hooks'
import { OUTBOX_CHANNEL } from '../offline/names'
import { tellOutbox } from '../offline/outbox'
import { inReports, readAll, type Mine, type Waiting } from '../offline/report-store'

export type { Mine, Waiting } from '../offline/report-store'

/** Undefined for a report of somebody else, and on a device that keeps nothing. Never rejects. */
export function mineOf(id: string): Promise<Mine | undefined> {
  return inReports('readonly', (change) => change.objectStore('mine').get(id) as IDBRequest<Mine | undefined>).catch(() => undefined)
}

/** Keeps the key to a report, as from a secret link that was opened here. Rejects where the device keeps nothing. */
export async function rememberMine(mine: Mine): Promise<void> {
  await inReports('readwrite', (change) => change.objectStore('mine').put(mine, mine.id))
  tellOutbox()
}

/** Takes a report off this device, also one that waits; the town hall keeps what has arrived. */
export async function forgetMine(id: string): Promise<void> {
  await inReports('readwrite', (change) => {
    change.objectStore('outbox').delete(id)
    change.objectStore('mine').delete(id)
    return undefined
  })
  tellOutbox()
}

/** What `read` says now and after each change, by this window, another one or the worker; undefined until it is read. */
function useKept<T>(read: () => Promise<T>, nothing: T): T | undefined {
  const [found, setFound] = useState<T>()
  useEffect(() => {
    let wanted = true
    const look = (): void => void read().catch(() => nothing).then((kept) => wanted && setFound(kept))
    look()
    const channel = 'BroadcastChannel' in globalThis ? new BroadcastChannel(OUTBOX_CHANNEL) : undefined
    channel?.addEventListener('message', look)
    return () => {
      wanted = false
      channel?.close()
    }
  }, [read, nothing])
  return found
}

const NONE: never[] = []
const readMine = async (): Promise<Mine[]> => (await readAll<Mine>('mine')).sort((one, other) => other.created - one.created)
const readWaiting = (): Promise<Waiting[]> => readAll<Waiting>('outbox')

/** All own reports, the newest first. */
export function useMine(): Mine[] | undefined {
  return useKept<Mine[]>(readMine, NONE)
}

/** What is not sent yet, with its photos. */
export function useOutbox(): Waiting[] | undefined {
  return useKept<Waiting[]>(readWaiting, NONE)
}

/** "K7-3F2": what one can tell on the telephone before there is a number. */
export function reminderOf(id: string): string {
  // Without letters and digits that are mistaken for each other.
  const letters = '23456789ABCDEFGHJKLMNPQRSTUVWXYZ'
  const bits = parseInt(id.replace(/-/g, '').slice(0, 7), 16)
  const said = Array.from({ length: 5 }, (_, at) => letters[(bits >> (at * 5)) & 31]).join('')
  return `${said.slice(0, 2)}-${said.slice(2)}`
}
