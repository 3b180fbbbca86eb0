// SPDX-License-Identifier: EUPL-1.2
/**
 * Two people's versions of one thing and the version that both began with → what can be joined without asking, and
 * the pieces where somebody must choose. Nobody's words are dropped without a choice. Pure.
 */

import { diffArrays } from 'diff'
import { blocksOf } from './blocks'

/** A piece that both have changed, each in another way. In a text it is a run of paragraphs. */
export interface Conflict {
  field: string
  /** In a text: the number of the first paragraph, from 1; otherwise null. */
  paragraph: number | null
  base: unknown
  mine: unknown
  theirs: unknown
}

export type Choice = 'mine' | 'theirs'

type Part = { settled: string[] } | { open: Conflict }

export interface Merged<C> {
  conflicts: Conflict[]
  /** Fields in which somebody else's words were taken over. */
  taken: (keyof C & string)[]
  /** The joined content; `choices` answers the conflicts in their order, own words where there is no answer. */
  resolve(choices: Choice[]): C
}

/** Objects that differ only in the order of their members are the same. */
export function same(one: unknown, other: unknown): boolean {
  return canonical(one) === canonical(other)
}

function canonical(value: unknown): string {
  return JSON.stringify(value, (_key, inner: unknown) =>
    inner !== null && typeof inner === 'object' && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1)))
      : inner,
  )
}

/** Where the blocks of `base` stand in `other`, as far as they are unchanged. */
function matches(base: string[], other: string[]): Map<number, number> {
  const found = new Map<number, number>()
  let [here, there] = [0, 0]
  for (const { value, added, removed } of diffArrays(base, other)) {
    if (!added && !removed) value.forEach((_block, at) => found.set(here + at, there + at))
    if (!added) here += value.length
    if (!removed) there += value.length
  }
  return found
}

function settle(base: string[], mine: string[], theirs: string[]): string[] | undefined {
  if (same(mine, theirs) || same(theirs, base)) return mine
  return same(mine, base) ? theirs : undefined
}

function mergeText(field: string, base: string[], mine: string[], theirs: string[]): Part[] {
  const parts: Part[] = []
  const [inMine, inTheirs] = [matches(base, mine), matches(base, theirs)]
  const add = (b: string[], m: string[], t: string[], paragraph: number) => {
    const settled = settle(b, m, t)
    if (settled !== undefined) parts.push({ settled })
    // Neighbouring paragraphs changed by one person each are no conflict.
    else if (b.length > 1 && b.length === m.length && b.length === t.length)
      b.forEach((block, at) => add([block], m.slice(at, at + 1), t.slice(at, at + 1), paragraph + at))
    else parts.push({ open: { field, paragraph, base: b.join(''), mine: m.join(''), theirs: t.join('') } })
  }
  let [b, m, t] = [0, 0, 0]
  for (let at = 0; at <= base.length; at++) {
    const [nextMine, nextTheirs] = at === base.length ? [mine.length, theirs.length] : [inMine.get(at), inTheirs.get(at)]
    if (nextMine === undefined || nextTheirs === undefined) continue
    add(base.slice(b, at), mine.slice(m, nextMine), theirs.slice(t, nextTheirs), m + 1)
    if (at < base.length) parts.push({ settled: base.slice(at, at + 1) })
    ;[b, m, t] = [at + 1, nextMine + 1, nextTheirs + 1]
  }
  return parts
}

/** `texts` names the fields that hold HTML; they are joined paragraph by paragraph. */
export function merge<C extends object>(base: C, mine: C, theirs: C, texts: (keyof C)[]): Merged<C> {
  const fields = Object.keys(mine) as (keyof C & string)[]
  const conflicts: Conflict[] = []
  const taken: (keyof C & string)[] = []
  const answers = new Map<string, (choices: Choice[]) => unknown>()
  for (const field of fields) {
    const [from, own, other] = [base[field], mine[field], theirs[field]]
    if (!same(own, other) && !same(other, from)) taken.push(field)
    if (same(own, other) || same(other, from)) answers.set(field, () => own)
    else if (same(own, from)) answers.set(field, () => other)
    else if (texts.includes(field)) {
      const parts = mergeText(field, blocksOf(String(from)), blocksOf(String(own)), blocksOf(String(other)))
      const first = conflicts.length
      conflicts.push(...parts.flatMap((part) => ('open' in part ? [part.open] : [])))
      answers.set(field, (choices) => {
        let next = first
        return parts.map((part) => ('open' in part ? part.open[choices[next++] ?? 'mine'] : part.settled.join(''))).join('')
      })
    } else {
      const at = conflicts.push({ field, paragraph: null, base: from, mine: own, theirs: other }) - 1
      answers.set(field, (choices) => (choices[at] === 'theirs' ? other : own))
    }
  }
  return {
    conflicts,
    taken,
    resolve: (choices) => Object.fromEntries(fields.map((field) => [field, answers.get(field)?.(choices)])) as C,
  }
}
