// SPDX-License-Identifier: EUPL-1.2
/**
 * Pictures on their way to the server: one after the other, each with its progress, each refusal kept beside its name
 * until somebody has read it. Knows no page; how a file is sent is handed in.
 */

export const REASONS = ['not-a-picture', 'damaged', 'too-large', 'too-many-pixels', 'empty'] as const
export type Reason = (typeof REASONS)[number] | 'unreachable' | 'failed'

export const MAX_BYTES = 25 * 1024 * 1024

export type Outcome<M> = { kind: 'stored'; media: M } | { kind: 'refused'; why: Reason }
export type Send<M> = (file: File, progress: (share: number) => void) => Promise<Outcome<M>>

export interface Upload {
  key: number
  name: string
  state: 'waiting' | 'sending' | 'refused'
  /** 0 to 1; at 1 the server works on it. */
  share: number
  why?: Reason
}

/** What no server has to be asked. Some systems do not know the type of HEIC and name none. */
export function refusedAtOnce(file: File): Reason | undefined {
  if (file.size === 0) return 'empty'
  if (file.type !== '' && !file.type.startsWith('image/')) return 'not-a-picture'
  if (file.type === 'image/svg+xml') return 'not-a-picture'
  return file.size > MAX_BYTES ? 'too-large' : undefined
}

/** The word for what a problem document says. */
export function reasonOf(problem: { code?: string; reason?: unknown }): Reason {
  if (problem.code === 'too-large') return 'too-large'
  return REASONS.find((reason) => reason === problem.reason) ?? 'failed'
}

export interface Uploads<M> {
  /** Resolves with what was stored of these, in their order. */
  add(files: readonly File[]): Promise<M[]>
  /** Takes a refused one from the list. */
  dismiss(key: number): void
  retry(key: number): Promise<M | undefined>
  list(): readonly Upload[]
}

export function uploads<M>(send: Send<M>, tell: (list: readonly Upload[]) => void): Uploads<M> {
  let list: readonly Upload[] = []
  let last = 0
  const files = new Map<number, File>()
  let queue: Promise<unknown> = Promise.resolve()

  const show = (next: readonly Upload[]) => {
    list = next
    tell(list)
  }
  const change = (key: number, part: Partial<Upload>) => show(list.map((one) => (one.key === key ? { ...one, ...part } : one)))
  const drop = (key: number) => {
    files.delete(key)
    show(list.filter((one) => one.key !== key))
  }

  async function one(key: number): Promise<M | undefined> {
    const file = files.get(key)
    if (file === undefined) return undefined
    change(key, { state: 'sending', share: 0 })
    const refused = refusedAtOnce(file)
    const outcome: Outcome<M> = refused === undefined ? await send(file, (share) => change(key, { share })) : { kind: 'refused', why: refused }
    if (outcome.kind === 'refused') {
      change(key, { state: 'refused', why: outcome.why })
      return undefined
    }
    drop(key)
    return outcome.media
  }
  /** One at a time: the server decodes one at a time, too, and a phone's line is narrow. */
  const enqueue = (key: number) => {
    const turn = queue.then(() => one(key))
    queue = turn
    return turn
  }

  return {
    async add(chosen) {
      const fresh = chosen.map((file): Upload => {
        files.set((last += 1), file)
        return { key: last, name: file.name, state: 'waiting', share: 0 }
      })
      show([...list, ...fresh])
      const stored = await Promise.all(fresh.map(({ key }) => enqueue(key)))
      return stored.filter((media) => media !== undefined) as M[]
    },
    dismiss: drop,
    retry(key) {
      change(key, { state: 'waiting', why: undefined })
      return enqueue(key)
    },
    list: () => list,
  }
}
