// SPDX-License-Identifier: EUPL-1.2
/**
 * Cached reads: the copy on the device at once, then the network, and always how old it is.
 * Knows neither DOM nor hooks; network, store and clock are handed in.
 */

import type { Answer } from '../api/client'
import type { Problem } from '../api/types'
import type { Store } from './store'

/**
 * loading: nothing yet · revalidating: a copy, asking · fresh: confirmed now · offline: no server
 * reached · error: the server failed · missing: it is gone (404). Offline and error keep the copy.
 */
export type ReadState = 'loading' | 'revalidating' | 'fresh' | 'offline' | 'error' | 'missing'

export interface Snapshot {
  data: unknown
  /** Epoch milliseconds at which the network last confirmed `data`. */
  storedAt: number | undefined
  state: ReadState
  error: Problem | undefined
  total: number | undefined
  nextPage: number | null | undefined
}

export interface Reads {
  /** What is known now, without asking. */
  peek(id: string): Snapshot
  /** Asks for `path` and calls `changed` at every step; returns the way to stop listening. `kept`: for later visits too. */
  open(id: string, path: string, changed: () => void, kept?: boolean): () => void
  reload(id: string): void
  /** Asks again for everything that is open. */
  revalidate(): void
  /** Forgets all copies, on the device and in memory. */
  forget(): Promise<void>
}

interface Parts {
  store: Store
  read(path: string, etag?: string): Promise<Answer>
  now(): number
  /** How long the network waits for the device's copy and its ETag. */
  headStartMs?: number
  /** How long a failure waits for the device's copy. */
  patienceMs?: number
}

interface Entry {
  path: string
  kept: boolean
  snapshot: Snapshot
  etag: string | undefined
  listeners: Set<() => void>
  running: boolean
  /** The look into the device's store, once it has begun. */
  stored: Promise<void> | undefined
}

const NOTHING: Snapshot = {
  data: undefined,
  storedAt: undefined,
  state: 'loading',
  error: undefined,
  total: undefined,
  nextPage: undefined,
}
const KEPT_IN_MEMORY = 60

export function createReads({ store, read, now, headStartMs = 300, patienceMs = 3000 }: Parts): Reads {
  const entries = new Map<string, Entry>()

  function show(entry: Entry, change: Partial<Snapshot>): void {
    entry.snapshot = { ...entry.snapshot, error: undefined, ...change }
    for (const listener of entry.listeners) listener()
  }

  function load(id: string, entry: Entry): Promise<void> {
    return store.get(id).then((copy) => {
      // The network may have been faster; an old copy never replaces a newer answer.
      if (copy === undefined || entry.snapshot.storedAt !== undefined || entry.snapshot.state === 'missing') return
      entry.etag = copy.etag
      const { body, storedAt, total, nextPage } = copy
      const state = entry.snapshot.state === 'loading' ? 'revalidating' : entry.snapshot.state
      show(entry, { data: body, storedAt, total, nextPage, state, error: entry.snapshot.error })
    })
  }

  const atMost = (ms: number, work: Promise<void>) => Promise.race([work, new Promise<void>((done) => setTimeout(done, ms))])

  function keep(id: string, entry: Entry): void {
    if (!entry.kept) return
    const { data: body, total, nextPage } = entry.snapshot
    const at = now()
    void store.put({ id, body, etag: entry.etag, storedAt: at, usedAt: at, total, nextPage })
  }

  function accept(id: string, entry: Entry, answer: Answer): void {
    if (answer.kind === 'body') {
      entry.etag = answer.etag
      const { body: data, total, nextPage } = answer
      show(entry, { data, total, nextPage, storedAt: now(), state: 'fresh' })
      keep(id, entry)
    } else if (answer.kind === 'unchanged') {
      show(entry, { storedAt: now(), state: 'fresh' })
      keep(id, entry)
    } else if (answer.kind === 'unreachable') {
      show(entry, { state: 'offline' })
    } else if (answer.problem.code === 'not-found') {
      // What was withdrawn must not live on in a pocket.
      entry.etag = undefined
      show(entry, { ...NOTHING, state: 'missing', error: answer.problem })
      void store.remove(id)
    } else {
      show(entry, { state: 'error', error: answer.problem })
    }
  }

  async function ask(id: string, entry: Entry): Promise<void> {
    if (entry.running) return
    entry.running = true
    show(entry, { state: entry.snapshot.data === undefined ? 'loading' : 'revalidating' })
    if (entry.stored === undefined) await atMost(headStartMs, (entry.stored = load(id, entry)))
    const answer = await read(entry.path, entry.snapshot.data === undefined ? undefined : entry.etag)
    // A slow device must not show a failure in place of the copy that it has.
    if (answer.kind === 'unreachable' || answer.kind === 'problem') await atMost(patienceMs, entry.stored)
    entry.running = false
    if (entries.get(id) === entry) accept(id, entry, answer)
  }

  function trim(): void {
    for (const [id, entry] of entries) {
      if (entries.size <= KEPT_IN_MEMORY) return
      if (entry.listeners.size === 0 && !entry.running) entries.delete(id)
    }
  }

  return {
    peek: (id) => entries.get(id)?.snapshot ?? NOTHING,
    open(id, path, changed, kept = true) {
      let entry = entries.get(id)
      if (entry === undefined) {
        entry = { path, kept, snapshot: NOTHING, etag: undefined, listeners: new Set(), running: false, stored: undefined }
        entries.set(id, entry)
        trim()
      }
      const opened = entry
      opened.listeners.add(changed)
      void ask(id, opened)
      return () => opened.listeners.delete(changed)
    },
    reload(id) {
      const entry = entries.get(id)
      if (entry !== undefined) void ask(id, entry)
    },
    revalidate() {
      for (const [id, entry] of entries) if (entry.listeners.size > 0) void ask(id, entry)
    },
    async forget() {
      for (const [id, entry] of entries) if (entry.listeners.size === 0) entries.delete(id)
      await store.clear()
    },
  }
}
