// SPDX-License-Identifier: EUPL-1.2
/** Narrows points down by words, with the spelling tolerance of every search. Pure. */

import { matches } from '../../ui/highlight'

/** Those in whose title or place every word of `query` occurs. */
export function named<T extends { title: string; place: string | null }>(points: T[], query: string): T[] {
  const words = query.split(/\s+/).filter((word) => word.length > 1)
  return words.length === 0 ? points : points.filter(({ title, place }) => words.every((word) => matches(`${title} ${place ?? ''}`, word).length > 1))
}
