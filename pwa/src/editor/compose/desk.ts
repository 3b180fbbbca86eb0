// SPDX-License-Identifier: EUPL-1.2
/**
 * One thing on somebody's desk: opened from server and device, saved by itself, joined with what others write. The
 * same for everything that has a content and a version; knows no page and no address.
 */

import { useEffect, useMemo, useRef, useState } from 'preact/hooks'
import { autosave, type Autosave, type Base, type Sent, type Status } from './autosave'
import { draftPrefix, drafts } from './drafts'
import { merge, same, type Choice, type Merged } from './merge'

export type Loaded<T> = { kind: 'found'; thing: T } | { kind: 'missing' } | { kind: 'unreached' }

export interface Shop<C extends object, T> {
  /** Names the thing among all drafts of a person, "news:…". */
  key: string
  person: string
  /** The content of a thing that nobody has saved yet; without it a missing thing is missing. */
  fresh?: C
  load(): Promise<Loaded<T>>
  save(content: C, version: string | null): Promise<Sent<T>>
  /** Residents see it at once, so it is sent by `flush` only. */
  asked?: boolean
  read(thing: T): Base<C>
  /** Puts a content into the history without going on from it; undefined when that failed. Without: there is none. */
  archive?(content: C, version: string): Promise<T | undefined>
  /** Fields that hold HTML. */
  texts: (keyof C)[]
}

export interface Clash<C, T> {
  merged: Merged<C>
  theirs: T
}

/** What happened without being asked, for one line to say. */
export type Note<T> = { kind: 'restored'; at: number } | { kind: 'joined'; thing: T }

interface Seen<C, T> {
  phase: 'loading' | 'missing' | 'unreached' | 'ready'
  content: C | undefined
  /** The server's last word; undefined while it knows nothing of the thing. */
  thing: T | undefined
  status: Status
  clash: Clash<C, T> | undefined
}

export interface Desk<C, T> extends Seen<C, T> {
  change(part: Partial<C>): void
  /** What the server has, when it has every word; undefined otherwise. */
  flush(): Promise<T | undefined>
  /** Goes on from what the server answered to a deed; own words written meanwhile stay. */
  adopt(thing: T): void
  /** Goes on from what the server says instead of one's own words (restored or discarded on purpose). */
  replace(thing: T): void
  /** False when the choice could not be saved; then nothing has changed. */
  settle(choices: Choice[]): Promise<boolean>
  /** Somebody else was faster with a deed. */
  meet(theirs: T): void
  /** Opens the thing again, after the network failed. */
  reload(): void
  /** The thing is deleted: nothing of it is saved or kept any more. */
  abandon(): Promise<void>
}

const IDLE: Status = { state: 'saved', at: null }

/** The desks that are open on this page. */
const open = new Set<() => Promise<boolean>>()

/** Before somebody leaves for good: true when the server has every word of what is open here. */
export async function saveOpen(): Promise<boolean> {
  return (await Promise.all([...open].map((save) => save()))).every(Boolean)
}

export function useDesk<C extends object, T>(shop: Shop<C, T>, note: (what: Note<T>) => void): Desk<C, T> {
  const blank: Seen<C, T> = { phase: 'loading', content: undefined, thing: undefined, status: IDLE, clash: undefined }
  const [seen, setSeen] = useState(blank)
  const [round, setRound] = useState(0)
  const saver = useRef<Autosave<C> | undefined>(undefined)
  const latest = useRef({ shop, note })
  latest.current = { shop, note }
  const { key, person } = shop

  const known = useRef<T | undefined>(undefined)

  const show = useMemo(
    () => (part: Partial<Seen<C, T>>) => {
      if ('thing' in part) known.current = part.thing
      setSeen((before) => ({ ...before, ...part }))
    },
    [],
  )

  /** Somebody else was faster: join by itself, or ask. */
  const meet = useMemo(
    () => (theirs: T) => {
      const { shop: now, note: say } = latest.current
      const desk = saver.current
      if (desk === undefined) return
      const other = now.read(theirs)
      // Without a version of one's own the server has an earlier save of the same draft, whose answer got lost.
      const merged = merge(desk.base()?.content ?? other.content, desk.content(), other.content, now.texts)
      if (merged.conflicts.length > 0) return show({ clash: { merged, theirs } })
      const content = merged.resolve([])
      show({ thing: theirs, content, clash: undefined })
      if (merged.taken.length > 0) say({ kind: 'joined', thing: theirs })
      desk.rebase(other, content)
    },
    [show],
  )

  useEffect(() => {
    let here = true
    const place = draftPrefix(person) + key
    const begin = (base: Base<C> | null, content: C, thing: T | undefined, at: number | null) => {
      saver.current = autosave<C, T>(
        {
          send: (sent, version) => latest.current.shop.save(sent, version),
          asked: latest.current.shop.asked,
          read: (answer) => latest.current.shop.read(answer),
          keep: (draft, leaving) => void (leaving ? drafts.putNow(place, draft) : drafts.put(place, draft)),
          forget: () => drafts.remove(place),
          tell: (status, answer) => {
            show({ status })
            if (status.state === 'conflict' && answer !== undefined) meet(answer)
            else if (answer !== undefined) show({ thing: answer })
          },
        },
        { base, content, at },
      )
      show({ phase: 'ready', content, thing, status: { state: 'saved', at }, clash: undefined })
    }
    const read = async () => {
      const { shop: now, note: say } = latest.current
      const [loaded, kept] = await Promise.all([now.load(), drafts.get<C>(place)])
      if (!here) return
      const thing = loaded.kind === 'found' ? loaded.thing : undefined
      const server = thing === undefined ? null : now.read(thing)
      const own = kept?.content
      const start = server?.content ?? own ?? (loaded.kind === 'missing' || kept === undefined ? now.fresh : undefined)
      if (start === undefined) return show({ phase: loaded.kind === 'missing' ? 'missing' : 'unreached' })
      if (kept === undefined || own === undefined || (server !== null && same(own, server.content))) {
        begin(server, start, thing, server === null ? null : Date.now())
        if (loaded.kind === 'unreached') show({ status: { state: 'offline', at: null } })
        return
      }
      // The device knows more than the server: a closed tab, a lost network, an ended session.
      say({ kind: 'restored', at: kept.at })
      begin(kept.base, own, thing, null)
      if (thing !== undefined && server?.version !== kept.base?.version) meet(thing)
      else if (now.asked === true) show({ status: { state: 'kept', at: null } })
      else void saver.current?.flush()
    }
    void read()
    const save = async () => {
      const desk = saver.current
      if (desk === undefined) return true
      return latest.current.shop.asked === true ? same(desk.content(), desk.base()?.content) : desk.flush()
    }
    open.add(save)
    const secure = () => saver.current?.secure(true)
    const hide = () => document.visibilityState === 'hidden' && secure()
    const retry = () => saver.current?.retry()
    addEventListener('pagehide', secure)
    addEventListener('online', retry)
    document.addEventListener('visibilitychange', hide)
    return () => {
      here = false
      open.delete(save)
      removeEventListener('pagehide', secure)
      removeEventListener('online', retry)
      document.removeEventListener('visibilitychange', hide)
      saver.current?.stop()
      saver.current = undefined
      show(blank)
    }
    // The shop is looked up when it is needed; only another thing or person begins anew.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [key, person, round])

  return {
    ...seen,
    change(part) {
      const desk = saver.current
      if (desk === undefined) return
      const content = { ...desk.content(), ...part }
      show({ content })
      desk.change(content)
    },
    flush: async () => ((await saver.current?.flush()) === true ? known.current : undefined),
    meet,
    adopt(thing) {
      const desk = saver.current
      if (desk === undefined) return
      const base = shop.read(thing)
      const own = merge(desk.base()?.content ?? base.content, desk.content(), base.content, shop.texts).resolve([])
      show({ thing, content: own })
      desk.rebase(base, own)
    },
    replace(thing) {
      const base = shop.read(thing)
      show({ thing, content: base.content, clash: undefined })
      saver.current?.rebase(base, base.content)
    },
    async settle(choices) {
      const { clash } = seen
      if (clash === undefined || saver.current === undefined) return false
      const content = clash.merged.resolve(choices)
      const theirs = shop.read(clash.theirs)
      // Own words that were not chosen were never on the server; the history is where they stay.
      const dropped = choices.includes('theirs')
      const kept = dropped && shop.archive !== undefined ? await shop.archive(clash.merged.resolve([]), theirs.version) : clash.theirs
      if (kept === undefined) {
        const now = await shop.load()
        if (now.kind === 'found' && shop.read(now.thing).version !== theirs.version) meet(now.thing)
        return false
      }
      show({ clash: undefined, thing: kept, content })
      saver.current.rebase(shop.read(kept), content)
      return saver.current.flush()
    },
    reload: () => setRound(round + 1),
    async abandon() {
      saver.current?.abandon()
      await drafts.remove(draftPrefix(person) + key)
    },
  }
}
