// SPDX-License-Identifier: EUPL-1.2
/** The guard on the phone finds what the one at the town hall finds. */

import { expect, test } from 'vitest'
import shared from '../../../tests/defects/private_data.json?raw'
import { find, mask } from './guard'

interface Case {
  text: string
  finds: { kind: string; text: string }[]
  masked: string
}

const cases = JSON.parse(shared) as Case[]

test.each(cases)('finds what is private in “$text”', ({ text, finds, masked }) => {
  expect(find(text).map(({ start, end, kind }) => ({ kind, text: text.slice(start, end) }))).toEqual(finds)
  expect(mask(text)).toBe(masked)
})

test('what is masked once is not masked again', () => {
  for (const { masked } of cases) expect(find(masked)).toEqual([])
})

test.each(['a', '0', '0 ', '+', '@', '.', 'a.', 'a@', 'Herr ', 'A-', 'DE', 'DE89 ', 'Tel. 1', '(0', 'Frau Dr. ', 'Ü-A 1'])(
  'a text of 4,000 times “%s” holds nobody up',
  (piece) => {
    const time = (text: string): number => {
      const begun = performance.now()
      find(text)
      return performance.now() - begun
    }
    time(piece.repeat(200))
    expect(time(piece.repeat(4000))).toBeLessThan(500)
  },
)
