// SPDX-License-Identifier: EUPL-1.2
/**
 * Keeps what somebody writes: first on the device, then on the server, one request at a time, without ever asking.
 * Knows no page and no address; what to send and where to keep it are handed in.
 */

import type { Draft } from './drafts'
import { same } from './merge'

/** The state in the words of the status line. */
export type SaveState = 'saved' | 'saving' | 'kept' | 'offline' | 'conflict' | 'error'

export interface Base<C> {
  version: string
  content: C
}

/** What the server said: kept; somebody else was faster; not reached or signed out; or it will never take this. */
export type Sent<T> = { kind: 'saved'; thing: T } | { kind: 'conflict'; current: T } | { kind: 'unreached' } | { kind: 'refused' }

interface Parts<C, T> {
  send(content: C, version: string | null): Promise<Sent<T>>
  /** Residents see it at once: it stays on the device until somebody sends it by `flush`. */
  asked?: boolean
  read(thing: T): Base<C>
  /** `leaving`: the page is about to end and waits for nothing. */
  keep(draft: Draft<C>, leaving: boolean): void
  forget(): Promise<void>
  /** Called after every change of state; `thing` is what the server has just answered. */
  tell(status: Status, thing?: T): void
}

export interface Status {
  state: SaveState
  /** Since when it is safe on the server, epoch milliseconds. */
  at: number | null
}

export interface Autosave<C> {
  change(content: C): void
  /** Saves now; true when the server has everything. */
  flush(): Promise<boolean>
  /** The network or the sign-in is back. */
  retry(): void
  /** Goes on from another version of the server, with this content of one's own. */
  rebase(base: Base<C>, content: C): void
  content(): C
  base(): Base<C> | null
  /** Puts what is not yet on the device there; at once when the page is being closed. */
  secure(leaving?: boolean): void
  stop(): void
  /** The thing is gone: nothing of it is kept or sent any more. */
  abandon(): void
}

export const DEVICE_MS = 1000
export const SERVER_MS = 3000
/** Who types without a pause is saved nevertheless. */
const LATEST_FACTOR = 5
export const RETRY_MS = 15_000

interface Timer {
  start(): void
  stop(): void
}

/** Runs after a pause of `quiet`, at the latest after five of them. */
function pause(quiet: number, work: () => void): Timer {
  let timer: ReturnType<typeof setTimeout> | undefined
  let begun: number | undefined
  const stop = () => {
    clearTimeout(timer)
    begun = undefined
  }
  return {
    stop,
    start() {
      begun ??= Date.now()
      clearTimeout(timer)
      const left = begun + quiet * LATEST_FACTOR - Date.now()
      timer = setTimeout(
        () => {
          stop()
          work()
        },
        Math.max(0, Math.min(quiet, left)),
      )
    },
  }
}

export function autosave<C, T>(parts: Parts<C, T>, start: { base: Base<C> | null; content: C; at: number | null }): Autosave<C> {
  let { base, content, at } = start
  let status: Status = { state: 'saved', at }
  let kept = content
  // The server spells some things its own way (a blank at an end); the same text must not look changed for that.
  let accepted = base?.content
  let running: Promise<boolean> | undefined
  let stopped = false
  let retrying: ReturnType<typeof setTimeout> | undefined

  const isSaved = () => accepted !== undefined && same(content, accepted)
  const tell = (state: SaveState, thing?: T) => {
    status = { state, at }
    if (!stopped) parts.tell(status, thing)
  }
  const secure = (leaving = false) => {
    toDevice.stop()
    if (kept === content || isSaved()) return
    kept = content
    parts.keep({ content, base, at: Date.now() }, leaving)
  }
  const toDevice = pause(DEVICE_MS, () => secure())
  const toServer = pause(SERVER_MS, () => void flush())
  const again = () => {
    clearTimeout(retrying)
    if (!stopped && parts.asked !== true) retrying = setTimeout(() => void flush(), RETRY_MS)
  }

  async function once(): Promise<boolean> {
    const sent = content
    tell('saving')
    const answer = await parts.send(sent, base?.version ?? null)
    if (answer.kind === 'saved') {
      base = parts.read(answer.thing)
      accepted = sent
      at = Date.now()
      if (same(content, sent)) await parts.forget()
      tell(isSaved() ? 'saved' : 'saving', answer.thing)
      return isSaved() || once()
    }
    secure()
    if (answer.kind === 'unreached') again()
    tell(answer.kind === 'unreached' ? 'offline' : answer.kind === 'conflict' ? 'conflict' : 'error', answer.kind === 'conflict' ? answer.current : undefined)
    return false
  }

  async function flush(): Promise<boolean> {
    toServer.stop()
    clearTimeout(retrying)
    if (running !== undefined) return running
    if (isSaved()) return true
    // What two people must decide first is not sent over and over.
    if (status.state === 'conflict') return false
    running = once().finally(() => (running = undefined))
    return running
  }

  return {
    change(next) {
      if (same(next, content)) return
      content = next
      toDevice.start()
      if (status.state === 'conflict') return
      if (parts.asked === true) return tell(isSaved() ? 'saved' : 'kept')
      if (status.state !== 'offline') tell('saving')
      toServer.start()
    },
    flush,
    retry: () => {
      if (status.state === 'offline' && parts.asked !== true) void flush()
    },
    rebase(next, own) {
      base = next
      accepted = next.content
      content = own
      at = Date.now()
      tell(isSaved() ? 'saved' : parts.asked === true ? 'kept' : 'saving')
      if (isSaved()) void parts.forget()
      else if (parts.asked === true) toDevice.start()
      // The answer that told of the other version may still be on its way out.
      else void (running ?? Promise.resolve(false)).then(flush)
    },
    content: () => content,
    base: () => base,
    secure,
    abandon() {
      stopped = true
      content = accepted ?? content
      kept = content
      toDevice.stop()
      toServer.stop()
      clearTimeout(retrying)
    },
    stop() {
      if (stopped) return
      secure()
      stopped = true
      toServer.stop()
      clearTimeout(retrying)
      // Leaving the page within the app is no reason to wait for the next visit.
      if (status.state !== 'conflict' && parts.asked !== true) void flush()
    },
  }
}
