// SPDX-License-Identifier: EUPL-1.2
/** Typed link targets. */

import { expect, test } from 'vitest'
import { linkFrom, readUrl } from './links'

test.each([
  ['https://example.org/a?b=1', 'https://example.org/a?b=1'],
  [' www.bad-belzig.de/winter ', 'https://www.bad-belzig.de/winter'],
  ['bad-belzig.de', 'https://bad-belzig.de'],
  ['brück.de', 'https://brück.de'],
  ['info@bad-belzig.de', 'mailto:info@bad-belzig.de'],
  ['mailto:info@bad-belzig.de', 'mailto:info@bad-belzig.de'],
  ['033841 / 94-0', 'tel:033841940'],
  ['+49 33841 940', 'tel:+4933841940'],
])('%s becomes %s', (typed, address) => {
  expect(linkFrom(typed)).toBe(address)
})

test.each(['', 'Rathaus', 'javascript:alert(1)', 'data:text/html,x', 'http://', 'https://rathaus', 'zwei Wörter.de'])('"%s" is no address', (typed) => {
  expect(linkFrom(typed)).toBeUndefined()
})

test('addresses of pages are taken, others are not', () => {
  expect([readUrl('burg-eisenhardt.de'), readUrl('info@burg.de'), readUrl('javascript:alert(1)'), readUrl('bald')]).toEqual(['https://burg-eisenhardt.de', undefined, undefined, undefined])
})
