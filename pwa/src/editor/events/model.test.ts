// SPDX-License-Identifier: EUPL-1.2
/** What publication of an event would refuse, where it stands in the list, what a copy takes along. */

import { expect, test } from 'vitest'
import { groupsOf } from './except-groups'
import { groupOf } from './list-page'
import { contentOf, copyOf, EMPTY, lacksOf, type StaffEvent, type StaffEventRow } from './model'

const NOW = new Date('2026-11-23T08:12:00Z')
const timing = { ...EMPTY.timing, start: '2026-12-08T14:30' }
const good = { ...EMPTY, title: 'Sprechstunde', timing }

test.each([
  ['nothing', {}, []],
  ['name and day', { title: ' ', timing: EMPTY.timing }, ['title', 'timing']],
  ['the description of the picture', { image: { media_id: 'x', alt: ' ', credit: null, caption: null } }, ['image_alt']],
  ['a later end', { unpublish_at: '2026-11-20T06:00:00.000Z' }, ['unpublish_at']],
])('it lacks %s', (_name, part, lacks) => expect(lacksOf({ ...good, ...part }, NOW)).toEqual(lacks))

test('the server’s words come without what only it may say', () => {
  const image = { media_id: 'm', alt: 'a', credit: null, caption: null, hash: 'h', srcset: '' }
  const content = { ...good, image, publish_at: '2026-11-26T07:00:00+01:00', more: 1 } as unknown as StaffEvent['content']
  expect(contentOf({ content })).toEqual({ ...good, image: { media_id: 'm', alt: 'a', credit: null, caption: null }, publish_at: '2026-11-26T06:00:00.000Z' })
})

test('a copy takes place after all', () => {
  const off = { ...good, status: 'cancelled' as const, status_note: 'Sturm', publish_at: '2026-11-26T06:00:00.000Z' }
  expect(copyOf(off)).toEqual(good)
})

test.each([
  ['draft', null, true, 'work'],
  ['visible', '2026-11-23', true, 'work'],
  ['visible', null, true, 'coming'],
  ['visible', null, false, 'over'],
  ['withdrawn', null, true, 'over'],
] as const)('%s, handed in %s, with a next date: %s, stands in %s', (state, submitted_at, ahead, group) => {
  const next_date = ahead ? { starts_at: '', all_day: false, first_day: '' } : null
  expect(groupOf({ state, submitted_at, next_date } as StaffEventRow)).toBe(group)
})

test('days with one reason are one chip', () => {
  const days = [
    { at: '2027-02-02', reason: 'Winterferien 2027' },
    { at: '2027-03-02', reason: null },
    { at: '2027-02-09', reason: 'Winterferien 2027' },
    { at: '2027-03-09', reason: null },
  ]
  expect(groupsOf(days).map((group) => group.length)).toEqual([2, 1, 1])
})
