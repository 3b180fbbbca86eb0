// SPDX-License-Identifier: EUPL-1.2
/** What an address asks of the directory, whatever somebody has written into it. */

import { expect, test } from 'vitest'
import { choiceOf, searchAddress } from './choice'

test('a long question is cut, never within a sign', () => {
  const { query } = choiceOf(new URLSearchParams({ q: `${'a'.repeat(99)}😀 und mehr` }))
  expect(query).toBe(`${'a'.repeat(99)}😀`)
  expect(choiceOf(new URLSearchParams(searchAddress(query).slice('/dienste?'.length))).query).toBe(query)
})

test('an empty address is the directory as one enters it', () => {
  expect(choiceOf(new URLSearchParams())).toEqual({ query: '', situation: '', all: false })
  expect(searchAddress('  ')).toBe('/dienste')
})
