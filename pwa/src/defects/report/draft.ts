// SPDX-License-Identifier: EUPL-1.2
/** The report being written: kept with every letter, so that a reload, a crash or a phone call loses nothing. */

import { useCallback, useEffect, useRef, useState } from 'preact/hooks'
import type { DefectCategory } from '../../api/types'
import { newSecret, newUuid } from '../../offline/own-keys'
import { inReports, readAll, type Shared } from '../../offline/report-store'
import type { Spot } from '../../ui/geo'

export interface Photo {
  id: string
  data: ArrayBuffer
  width: number
  height: number
  spot: Spot | null
}

export interface Words {
  /** Made before the first letter, so that sending twice is sending once. */
  id: string
  secret: string
  /** Epoch milliseconds; whoever reloads has not begun anew. */
  begun: number
  category: (Pick<DefectCategory, 'code' | 'name' | 'icon'> & Partial<Pick<DefectCategory, 'questions'>>) | null
  /** Null while no place is taken, and for one that is only described. */
  spot: Spot | null
  placed: boolean
  /** In words alone, without a spot. */
  described: boolean
  address: string
  text: string
  /** By the question's code; several choices in the order in which they were made. */
  answers: Record<string, string | string[]>
  name: string
  email: string
  phone: string
  mail: boolean
}

export interface Draft extends Words {
  photos: Photo[]
}

/** As it lies on the disk: photos apart, each written once. */
interface Kept {
  words: Words
  order: string[]
  /** When it was last touched. */
  kept: number
}

/** Whoever comes back later has forgotten what it was, and the phone should too. */
const KEPT_MS = 14 * 86_400_000
const PHOTO = 'photo:'

export function emptyDraft(): Draft {
  const words = { address: '', text: '', name: '', email: '', phone: '' }
  return { id: newUuid(), secret: newSecret(), begun: Date.now(), category: null, spot: null, placed: false, described: false, answers: {}, mail: false, photos: [], ...words }
}

/** Whether there is anything that one would not like to enter again. */
export function isBegun({ placed, photos, text, address }: Draft): boolean {
  return placed || photos.length > 0 || text !== '' || address !== ''
}

/** The draft as it was left, if there is one. Never rejects. */
export async function readDraft(now = Date.now()): Promise<Draft | undefined> {
  try {
    const found = await inReports('readonly', (change) => change.objectStore('draft').get('words') as IDBRequest<Kept | undefined>)
    if (found === undefined) return undefined
    if (Math.abs(now - found.kept) > KEPT_MS) {
      await clear()
      return undefined
    }
    const photos = (await readAll<Kept | Photo>('draft')).filter((each): each is Photo => 'data' in each)
    const { words, order } = found
    return { ...emptyDraft(), ...words, photos: order.flatMap((id) => photos.find((photo) => photo.id === id) ?? []) }
  } catch {
    return undefined
  }
}

function clear(): Promise<unknown> {
  return inReports('readwrite', (change) => change.objectStore('draft').clear())
}

let whole = true

/** Whether the disk has found room for all of it: if not, only the page knows the photos. */
export function isWhole(): boolean {
  return whole
}

async function write({ photos, ...words }: Draft): Promise<void> {
  const order = photos.map(({ id }) => id)
  const kept = Date.now()
  try {
    await inReports('readwrite', (change) => {
      const store = change.objectStore('draft')
      store.put({ words, order, kept } satisfies Kept, 'words')
      const asking = store.getAllKeys()
      asking.addEventListener('success', () => {
        const stored = asking.result.map(String).filter((key) => key.startsWith(PHOTO))
        for (const key of stored) if (!order.includes(key.slice(PHOTO.length))) store.delete(key)
        for (const photo of photos) if (!stored.includes(PHOTO + photo.id)) store.put(photo, PHOTO + photo.id)
      })
      return undefined
    })
    whole = true
  } catch {
    // Where the photos find no room, the text is kept.
    whole = false
    await inReports('readwrite', (change) => change.objectStore('draft').put({ words, order: [], kept } satisfies Kept, 'words'))
  }
}

let next: Draft | null = null
let writing: Promise<void> | undefined

/** One write at a time, and of those that wait only the last: what is on the screen is soon on the disk. */
export function keepDraft(draft: Draft): Promise<void> {
  next = draft
  writing ??= (async () => {
    while (next !== null) {
      const draft = next
      next = null
      await write(draft).catch(() => undefined)
    }
    writing = undefined
  })()
  return writing
}

export async function dropDraft(): Promise<void> {
  next = null
  await writing
  whole = true
  await clear().catch(() => undefined)
}

/** The photos that another app has handed over. Never rejects. */
export async function readShared(): Promise<Blob[]> {
  const shared = await readAll<Shared>('shared').catch(() => [])
  return shared.map(({ data, type }) => new Blob([data], { type }))
}

/** Lets go of them once the draft has them, and is on the disk. */
export async function dropShared(): Promise<void> {
  await writing
  await inReports('readwrite', (change) => change.objectStore('shared').clear()).catch(() => undefined)
}

export interface Drafting {
  draft: Draft
  set(change: Partial<Draft> | ((before: Draft) => Partial<Draft>)): void
  /** Begins anew. */
  drop(): Promise<void>
  /** Looks again: something else has written it. */
  reread(): Promise<void>
}

/** The one draft of this device; undefined until it is read. Another window that wrote on is followed. */
export function useDraft(): Drafting | undefined {
  const [draft, setDraft] = useState<Draft>()
  const latest = useRef<Draft | undefined>(undefined)
  const show = useCallback((shown: Draft) => {
    latest.current = shown
    setDraft(shown)
  }, [])
  const reread = useCallback(async () => {
    const kept = await readDraft()
    // Meanwhile somebody may have written here, and what is on a full disk is less than what is on the screen.
    if (writing === undefined && (isWhole() || latest.current === undefined)) show(kept ?? latest.current ?? emptyDraft())
  }, [show])
  useEffect(() => {
    void reread()
    const back = (): void => {
      if (document.visibilityState === 'visible') void reread()
    }
    document.addEventListener('visibilitychange', back)
    return () => document.removeEventListener('visibilitychange', back)
  }, [reread])
  const set = useCallback<Drafting['set']>(
    (change) => {
      const before = latest.current
      if (before === undefined) return
      const after = { ...before, ...(typeof change === 'function' ? change(before) : change) }
      show(after)
      void keepDraft(after)
    },
    [show],
  )
  const drop = useCallback(async () => {
    await dropDraft()
    show(emptyDraft())
  }, [show])
  return draft && { draft, set, drop, reread }
}
