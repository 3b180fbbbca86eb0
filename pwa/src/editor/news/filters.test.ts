// SPDX-License-Identifier: EUPL-1.2
/** The list's filters in the address. */

import { expect, test } from 'vitest'
import { addressOf, filterOf, groupsOf } from './filters'
import type { StaffNewsRow } from './model'

const query = (address: string) => new URLSearchParams(address.split('?')[1])
const none = { state: undefined, category: undefined, q: undefined, page: 1 }

test('a filter survives the address', () => {
  const filter = { state: 'submitted' as const, category: 'rathaus', q: 'Öffnung & mehr', page: 3 }
  expect(filterOf(query(addressOf(filter)))).toEqual(filter)
  expect(filterOf(query(addressOf(none)))).toEqual(none)
})

test('nonsense in the address shows everything', () => {
  expect(filterOf(query('?stand=quatsch&seite=-2'))).toEqual(none)
  expect(filterOf(query('?seite=x'))).toEqual(none)
})

test('unfinished stands apart, also a correction that waits for its release', () => {
  const row = (state: string, submitted_at: string | null = null) => ({ state, submitted_at }) as StaffNewsRow
  const rows = [row('visible', '2026-11-23'), row('draft'), row('scheduled'), row('visible'), row('withdrawn')]
  expect(groupsOf(rows, none).map((group) => [group.name, group.rows.length])).toEqual([
    ['work', 3],
    ['visible', 1],
    ['over', 1],
  ])
  expect(groupsOf(rows, { ...none, q: 'x' }).map((group) => group.name)).toEqual(['hits'])
})
