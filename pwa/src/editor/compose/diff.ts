// SPDX-License-Identifier: EUPL-1.2
/** Differences by words, for people who compare two versions of a text. Pure. */

import { diffArrays } from 'diff'

export type Kind = 'same' | 'added' | 'removed'

export interface Segment {
  kind: Kind
  text: string
}

/** Words and the blanks between them; a full stop is a word of its own, so that "Burg." and "Burg" share the word. */
function wordsOf(text: string): string[] {
  return text.match(/\s+|[\p{L}\p{N}]+|[^\s\p{L}\p{N}]/gu) ?? []
}

function joined(words: { kind: Kind; text: string }[]): Segment[] {
  const out: Segment[] = []
  words.forEach(({ kind, text }, at) => {
    const last = out.at(-1)
    const next = words[at + 1]?.kind
    // A blank between two marked words belongs to them: one long mark reads better than many short ones.
    const shown = kind === 'same' && /^[^\S\n]+$/.test(text) && last !== undefined && last.kind !== 'same' && last.kind === next ? last.kind : kind
    if (last?.kind === shown) last.text += text
    else out.push({ kind: shown, text })
  })
  return out
}

/** How `before` became `after`, in one line of text; a changed phrase is one thing gone and one thing new. */
export function changes(before: string, after: string): Segment[] {
  const words = diffArrays(wordsOf(before), wordsOf(after)).flatMap(({ value, added, removed }) =>
    value.map((text) => ({ kind: added ? 'added' : removed ? 'removed' : 'same', text }) as Segment),
  )
  const out: Segment[] = []
  let phrase = { removed: '', added: '' }
  const flush = () => {
    if (phrase.removed !== '') out.push({ kind: 'removed', text: phrase.removed })
    if (phrase.added !== '') out.push({ kind: 'added', text: phrase.added })
    phrase = { removed: '', added: '' }
  }
  words.forEach(({ kind, text }, at) => {
    if (kind !== 'same') phrase[kind] += text
    else if (/^[^\S\n]+$/.test(text) && phrase.removed + phrase.added !== '' && words[at + 1]?.kind !== 'same' && at + 1 < words.length) {
      if (phrase.removed !== '') phrase.removed += text
      if (phrase.added !== '') phrase.added += text
    } else {
      flush()
      out.push({ kind, text })
    }
  })
  flush()
  return joined(out)
}

/** Positions of the words in `own` that `other` does not have. */
function missing(own: string[], other: string[]): Set<number> {
  const found = new Set<number>()
  let at = 0
  for (const { value, added, removed } of diffArrays(own, other)) {
    if (added) continue
    if (removed) value.forEach((_word, offset) => found.add(at + offset))
    at += value.length
  }
  return found
}

/**
 * One of two versions for showing beside the other: what only it has is added when it is new since `base`,
 * and removed when the other version took it away.
 */
export function beside(own: string, other: string, base: string): Segment[] {
  const words = wordsOf(own)
  const different = missing(words, wordsOf(other))
  const fresh = missing(words, wordsOf(base))
  return joined(words.map((text, at) => ({ kind: !different.has(at) ? 'same' : fresh.has(at) ? 'added' : 'removed', text })))
}
