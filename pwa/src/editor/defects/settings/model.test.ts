// SPDX-License-Identifier: EUPL-1.2
/** What the settings send makes sense. */

import { expect, test } from 'vitest'
import { faultsOf, freshCategory, grouped, moved, type Category } from './model'

const fresh = freshCategory('Laterne', 'Straße', 1, 3)

test('a new category is sound and switched off', () => {
  expect([faultsOf(fresh), fresh.active]).toEqual([[], false])
})

test.each([
  [{ name: ' ' }, ['name']],
  [{ email: 'bauhof' }, ['email']],
  [{ promise_days: 0 }, ['promise_days']],
  [{ radius: 2.5 }, ['radius']],
  [{ radius: Number.NaN, promise_days: 61 }, ['promise_days', 'radius']],
])('%o is refused at %o', (part, faults) => expect(faultsOf({ ...fresh, ...part })).toEqual(faults))

test('things change places, and stay at the ends', () => {
  expect([moved(['a', 'b', 'c'], 0, 1), moved(['a', 'b', 'c'], 2, 1), moved(['a'], 0, -1)]).toEqual([['b', 'a', 'c'], ['a', 'b', 'c'], ['a']])
})

test('groups come in the order of their first category', () => {
  const rows = [{ group: 'B' }, { group: 'A' }, { group: 'B' }] as Category[]
  expect(grouped(rows).map(({ group, rows }) => [group, rows.length])).toEqual([['B', 2], ['A', 1]])
})
