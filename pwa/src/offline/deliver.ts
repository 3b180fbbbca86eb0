// SPDX-License-Identifier: EUPL-1.2
/** The page's part of the outbox: sends at once, when the network is back, when somebody looks, and again and again. */

import { drain, OUTBOX_SYNC } from './outbox'
import { readAll, type Waiting } from './report-store'

/** A phone with a dead cell says "online": only another try tells. Each costs all the bytes, so they become rarer. */
const RETRY_MS = 20_000
const MOST_RETRY_MS = 120_000
let listening = false
let running: Promise<void> | undefined
let again = false

async function retry(pause: number): Promise<void> {
  const waiting = (await readAll<Waiting>('outbox').catch(() => [])).some(({ state }) => state !== 'refused')
  const tries = waiting && document.visibilityState === 'visible'
  if (tries) await deliver()
  retryIn(tries ? Math.min(2 * pause, MOST_RETRY_MS) : RETRY_MS)
}

function retryIn(pause: number): void {
  setTimeout(() => void retry(pause), pause)
}

function listen(): void {
  listening = true
  addEventListener('online', () => void deliver())
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'visible') void deliver()
  })
  retryIn(RETRY_MS)
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
