// SPDX-License-Identifier: EUPL-1.2
/** What stands in a field until it can be read; then the field says it its own way. Draws nothing, knows no event. */

import { useEffect, useRef, useState } from 'preact/hooks'

export type Read<T, P> = { ok: true; value: T } | { ok: false; problem: P }

interface Means<T, P> {
  /** What is kept, as the field says it. */
  shown: string
  read(text: string): Read<T, P>
  show(value: T): string
  onChange(value: T): void
  /** Told on each leaving: whether what stands there cannot be kept. */
  onProblem?(problem: boolean): void
}

export interface TypedText<P> {
  text: string
  setText(text: string): void
  problem: P | undefined
  /** Reads a text in the place of what stands there. */
  settle(text: string): void
  leave(): void
}

export function useTyped<T, P>({ shown, read, show, onChange, onProblem }: Means<T, P>): TypedText<P> {
  const [text, setText] = useState(shown)
  const [problem, setProblem] = useState<P>()
  const known = useRef(shown)
  const told = useRef(onProblem)
  told.current = onProblem
  const wrong = problem !== undefined
  // What stood in a field is no problem any more once the field is gone or shows something else.
  useEffect(() => (wrong ? () => told.current?.(false) : undefined), [wrong])
  useEffect(() => {
    if (shown === known.current) return
    known.current = shown
    setText(shown)
    setProblem(undefined)
  }, [shown])
  const settle = (typed: string) => {
    const found = read(typed)
    setProblem(() => (found.ok ? undefined : found.problem))
    setText(typed)
    onProblem?.(!found.ok)
    if (!found.ok) return
    known.current = show(found.value)
    setText(known.current)
    if (known.current !== shown) onChange(found.value)
  }
  const leave = () => {
    if (text !== known.current || problem !== undefined) settle(text)
  }
  return { text, setText, problem, settle, leave }
}

/** A field that may be empty, or holds what `read` understands. */
export function maybe<T>(read: (text: string) => T | undefined): (text: string) => Read<T | null, true> {
  return (text) => {
    const found = text.trim() === '' ? null : read(text)
    return found === undefined ? { ok: false, problem: true } : { ok: true, value: found }
  }
}
