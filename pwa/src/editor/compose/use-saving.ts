// SPDX-License-Identifier: EUPL-1.2
/**
 * A form that saves itself: a moment after the last change, one request at a time. What somebody else changed meanwhile is
 * joined; only where both changed the same, the form asks. Knows no page.
 */

import { useCallback, useEffect, useRef, useState } from 'preact/hooks'
import type { Answer } from '../../api/staff'
import { merge, same, type Conflict } from './merge'
import type { SaveState } from '../ui/status'

const PAUSE_MS = 900
const RETRY_MS = 15_000

interface Parts<C, T> {
  thing: T
  read(thing: T): C
  save(content: C, version: number): Promise<Answer<T>>
  /** Whether it may be sent as it is; what is wrong stands at its field. */
  sound(content: C): boolean
  onSaved(thing: T): void
}

export interface Saving<C> {
  content: C
  state: SaveState
  at: Date | undefined
  /** What the server did not take, by field. */
  errors: Record<string, unknown>
  /** Where somebody else wrote something different. */
  conflicts: Conflict[]
  change(part: Partial<C>): void
  settle(theirs: boolean): void
}

interface Base<C> {
  version: number
  content: C
}

export function useSaving<C extends object, T extends { version: number }>({ thing, read, save, sound, onSaved }: Parts<C, T>): Saving<C> {
  const base = useRef<Base<C>>({ version: thing.version, content: read(thing) })
  const [content, setContent] = useState<C>(base.current.content)
  const [state, setState] = useState<SaveState>('saved')
  const [at, setAt] = useState<Date>()
  const [errors, setErrors] = useState<Record<string, unknown>>({})
  const [theirs, setTheirs] = useState<Base<C> & { conflicts: Conflict[] }>()
  const now = useRef({ content, read, save, sound, onSaved, busy: false, asking: false })
  now.current = { ...now.current, content, read, save, sound, onSaved, asking: theirs !== undefined }
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined)

  const send = useCallback(async (): Promise<void> => {
    const { content: sent, sound: fits, busy, asking } = now.current
    if (busy || asking || same(sent, base.current.content)) return
    if (!fits(sent)) return setState('error')
    now.current.busy = true
    setState('saving')
    const answer = await now.current.save(sent, base.current.version)
    now.current.busy = false
    if (answer.ok) {
      base.current = { version: answer.data.version, content: now.current.read(answer.data) }
      setErrors({})
      setAt(new Date())
      now.current.onSaved(answer.data)
      // What was typed meanwhile stays; the rest is as the server tidied it.
      if (now.current.content === sent) setContent(base.current.content)
      else return send()
      return setState('saved')
    }
    if (answer.unreachable) {
      setState('offline')
      timer.current = setTimeout(() => void send(), RETRY_MS)
    } else if (answer.status === 412 && answer.problem.current) {
      const current = answer.problem.current as T
      const other = now.current.read(current)
      const merged = merge(base.current.content, now.current.content, other, [])
      if (merged.conflicts.length === 0) {
        base.current = { version: current.version, content: other }
        now.current.content = merged.resolve([])
        setContent(now.current.content)
        return send()
      }
      setTheirs({ version: current.version, content: other, conflicts: merged.conflicts })
      setState('conflict')
    } else {
      setErrors(answer.problem.errors ?? {})
      setState('error')
    }
  }, [])

  useEffect(() => {
    if (same(content, base.current.content)) return
    clearTimeout(timer.current)
    timer.current = setTimeout(() => void send(), PAUSE_MS)
  }, [content, send])
  useEffect(() => {
    const soon = () => void send()
    addEventListener('online', soon)
    return () => {
      removeEventListener('online', soon)
      clearTimeout(timer.current)
      void send()
    }
  }, [send])

  return {
    content,
    state,
    at,
    errors,
    conflicts: theirs?.conflicts ?? [],
    change: (part) => setContent((before) => ({ ...before, ...part })),
    settle(take) {
      if (theirs === undefined) return
      const merged = merge(base.current.content, content, theirs.content, [])
      base.current = { version: theirs.version, content: theirs.content }
      const next = merged.resolve(theirs.conflicts.map(() => (take ? 'theirs' : 'mine')))
      now.current = { ...now.current, content: next, asking: false }
      setTheirs(undefined)
      setContent(next)
      void send()
      if (same(next, theirs.content)) setState('saved')
    },
  }
}
