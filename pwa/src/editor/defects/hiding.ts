// SPDX-License-Identifier: EUPL-1.2
/** The public words of a report in pieces: what of them is a find, what is hidden already; and hiding. Pure. */

import { find, mask, type Find } from '../../defects/guard'
import { draftOf, type Draft } from './answer'
import type { Report } from './model'
import { maskedParts } from '../../defects/mask'

export interface Piece {
  text: string
  /** What was found here; everybody could read it. */
  find?: Find
  /** Stands in the place of something: "Nummer verdeckt". */
  mask?: boolean
}

function plain(text: string): Piece[] {
  return maskedParts(text)
    .map((part, at) => (at % 2 === 0 ? { text: part } : { text: part, mask: true }))
    .filter((piece) => piece.text !== '')
}

/** The text in pieces, in its order. */
export function piecesOf(text: string): Piece[] {
  const pieces: Piece[] = []
  let at = 0
  for (const found of find(text)) {
    pieces.push(...plain(text.slice(at, found.start)), { text: text.slice(found.start, found.end), find: found })
    at = found.end
  }
  return [...pieces, ...plain(text.slice(at))]
}

/** `text` with this one find covered. */
export function hidden(text: string, { start, end }: Find): string {
  return text.slice(0, start) + mask(text.slice(start, end)) + text.slice(end)
}

type Words = Pick<Draft, 'title' | 'public_text' | 'public_place' | 'text_public'>

/** What this answer would newly bring to everybody; whoever has said once that it may stand there is not asked again. */
export function freshFinds(draft: Words & Pick<Draft, 'status'>, report: Report): Find[] {
  if (draft.status === 'rejected' || report.hidden) return []
  const readable = ({ title, public_place, public_text, text_public }: Words) => [title, public_place, text_public ? public_text : '']
  const before = report.published_at === null ? [] : readable(draftOf(report))
  return readable(draft).flatMap((text, at) => (text === before[at] ? [] : find(text)))
}

/** All of its public words with what was found in them covered. */
export function covered<D extends Words>(draft: D): D {
  return { ...draft, title: mask(draft.title), public_text: mask(draft.public_text), public_place: mask(draft.public_place) }
}

/** How many places are hidden. */
export function hiddenIn(text: string): number {
  return (maskedParts(text).length - 1) / 2
}

export { find as findsIn, mask as allHidden, type Find }
