// SPDX-License-Identifier: EUPL-1.2
/** The page's part of the outbox: sends at once, when the network is back, when somebody looks, and again and again. */

import { drain, OUTBOX_SYNC } from './outbox'
import { readAll } from './report-store'

/** A phone with a dead cell says "online": only another try tells. */
const RETRY_MS = 20_000
let listening = false
let running: Promise<void> | undefined
let again = false

async function retry(): Promise<void> {
  const { length } = await readAll('outbox').catch(() => [])
  if (length > 0) await deliver()
}

function listen(): void {
  listening = true
  addEventListener('online', () => void deliver())
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'visible') void deliver()
  })
  setInterval(() => {
    if (document.visibilityState === 'visible') void retry()
  }, RETRY_MS)
}

async function run(): Promise<void> {
  do {
    again = false
    await drain().catch(() => false)
  } while (again)
}

/** Sends what waits, and keeps an eye on it from now on. Resolves after this try. */
export function deliver(): Promise<void> {
  if (!listening) listen()
  again = running !== undefined
  running ??= run().finally(() => (running = undefined))
  return running
}

/** The browser may wake the worker when the network is back, also without a page (Chromium only). */
export async function askToBeWoken(): Promise<void> {
  try {
    const registration = (await navigator.serviceWorker.getRegistration()) as (ServiceWorkerRegistration & { sync?: { register(tag: string): Promise<void> } }) | undefined
    await registration?.sync?.register(OUTBOX_SYNC)
  } catch {
    // Switched off, or no worker: then the next visit sends.
  }
}
