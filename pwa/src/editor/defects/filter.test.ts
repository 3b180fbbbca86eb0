// SPDX-License-Identifier: EUPL-1.2
/** What the inbox shows survives the address. */

import { expect, test } from 'vitest'
import { isNarrowed, ways } from './filter'

const again = (filter: ReturnType<typeof ways.read>) => ways.read(new URLSearchParams(ways.address(filter).split('?')[1]))
const none = { view: 'inbox' as const, category: undefined, mine: false, map: false, q: undefined, page: 1 }

test('a filter survives the address', () => {
  const all = { view: 'waiting' as const, category: 'strassenlampe', mine: true, map: true, q: 'Öl & Ruß', page: 2 }
  expect(again(all)).toEqual(all)
  expect(again(none)).toEqual(none)
})

test('nonsense shows the inbox', () => expect(ways.read(new URLSearchParams('?ablage=quatsch&seite=-1'))).toEqual(none))

test('a search is not remembered, the view is', () => {
  expect(ways.lasting({ ...none, view: 'closed', q: 'x', page: 3 })).toEqual({ ...none, view: 'closed' })
})

test('the map narrows nothing', () => expect([isNarrowed({ ...none, map: true }), isNarrowed({ ...none, mine: true })]).toEqual([false, true]))
