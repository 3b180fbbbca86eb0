// SPDX-License-Identifier: EUPL-1.2
/** The list's filters in the address. */

import { expect, test } from 'vitest'
import { addressOf, filterOf, groupsOf, isFiltered } from './filters'

const LIST = '/redaktion/nachrichten'
const query = (address: string) => new URLSearchParams(address.split('?')[1])
const none = { state: undefined, category: undefined, q: undefined, page: 1 }

test('a filter survives the address', () => {
  const filter = { state: 'submitted' as const, category: 'rathaus', q: 'Öffnung & mehr', page: 3 }
  expect(filterOf(query(addressOf(LIST, filter)))).toEqual(filter)
  expect(filterOf(query(addressOf(LIST, none)))).toEqual(none)
  expect([isFiltered(filter), isFiltered({ ...none, page: 2 })]).toEqual([true, false])
})

test('nonsense in the address shows everything', () => {
  expect(filterOf(query('?stand=quatsch&seite=-2'))).toEqual(none)
  expect(filterOf(query('?seite=x'))).toEqual(none)
})

test('groups keep the server’s order, and a search is one group', () => {
  const rows = [3, 1, 4, 1]
  const group = (row: number) => (row > 2 ? 'much' : 'little')
  expect(groupsOf(rows, none, ['little', 'much'], group)).toEqual([
    { name: 'little', rows: [1, 1] },
    { name: 'much', rows: [3, 4] },
  ])
  expect(groupsOf(rows, { ...none, q: 'x' }, ['little', 'much'], group)).toEqual([{ name: 'hits', rows }])
  expect(groupsOf(rows, { ...none, state: 'draft' }, ['little', 'much'], group)).toEqual([{ name: 'hits', rows }])
})
