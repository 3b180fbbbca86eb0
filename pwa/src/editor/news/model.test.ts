// SPDX-License-Identifier: EUPL-1.2
/** What publication of news would refuse, and what stands apart in the list. */

import { describe, expect, test } from 'vitest'
import { groupOf } from './list-page'
import { contentOf, EMPTY, lacksOf } from './model'

const NOW = new Date('2026-11-23T08:12:00Z')
const LATER = '2026-11-26T06:00:00.000Z'
const EARLIER = '2026-11-20T06:00:00.000Z'

describe('what is missing', () => {
  const good = { ...EMPTY, title: 'Bus', body: '<p>Text</p>' }
  const picture = { media_id: 'x', alt: ' ', credit: null, caption: null }

  test.each([
    ['nothing', {}, []],
    ['title and text', { title: ' ', body: '' }, ['title', 'text']],
    ['the description of the picture', { image: picture }, ['image_alt']],
    ['the end of what is urgent', { urgent: true }, ['urgent_end']],
    ['a later end', { unpublish_at: EARLIER }, ['unpublish_at']],
    ['an end after the beginning', { publish_at: LATER, unpublish_at: LATER }, ['unpublish_at']],
  ])('%s', (_name, part, expected) => {
    expect(lacksOf({ ...good, ...part }, NOW)).toEqual(expected)
  })
})

test('two spellings of one instant are one content', () => {
  const content = { ...EMPTY, image: null, publish_at: '2026-11-26T07:00:00+01:00' }
  expect(contentOf({ content }).publish_at).toBe(LATER)
})

test.each([
  ['visible', '2026-11-23', 'work'],
  ['draft', null, 'work'],
  ['scheduled', null, 'work'],
  ['visible', null, 'visible'],
  ['withdrawn', null, 'over'],
] as const)('%s, handed in %s, stands in the group %s', (state, submitted_at, group) => {
  expect(groupOf({ state, submitted_at })).toBe(group)
})
