// SPDX-License-Identifier: EUPL-1.2
/** What the list shows stands in the address, and garbage there is no filter. */

import { expect, test } from 'vitest'
import { isNarrowed, ways } from './filter'

const read = (query: string) => ways.read(new URLSearchParams(query))

test('a filter comes back from its address', () => {
  const filter = { view: 'broken', situation: 'wohnen', q: 'hund & katz', page: 3 } as const
  expect(read(ways.address(filter).split('?')[1] ?? '')).toEqual(filter)
})

test('an address with nothing or nonsense shows everything', () => {
  for (const query of ['', 'ansicht=mond&seite=-1', 'seite=1.5', 'seite=x']) expect(read(query)).toEqual({ view: 'all', situation: undefined, q: undefined, page: 1 })
  expect(isNarrowed(read(''))).toBe(false)
})

test('a search is not remembered, a view is', () => {
  expect(ways.lasting(read('ansicht=eigene&q=hund&seite=2'))).toEqual({ view: 'own', situation: undefined, q: undefined, page: 1 })
})
