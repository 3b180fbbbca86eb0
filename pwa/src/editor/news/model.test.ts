// SPDX-License-Identifier: EUPL-1.2
/** What the main button does and what publication would refuse. */

import { describe, expect, test } from 'vitest'
import { contentOf, EMPTY, lacksOf, mainDeed, type StaffNews } from './model'

const NOW = new Date('2026-11-23T08:12:00Z')
const LATER = '2026-11-26T06:00:00.000Z'
const EARLIER = '2026-11-20T06:00:00.000Z'

function thing(part: Partial<StaffNews>): StaffNews {
  return { state: 'draft', may: ['save', 'publish', 'delete'], submitted_at: null, ...part } as StaffNews
}

describe('the main button', () => {
  test.each([
    ['publishes a draft', thing({}), null, 'publish'],
    ['plans a draft with a date', thing({}), LATER, 'plan'],
    ['publishes when the date is over', thing({}), EARLIER, 'publish'],
    ['updates what is visible', thing({ state: 'visible', may: ['save', 'publish', 'discard'] }), null, 'update'],
    ['has nothing to do when nothing changed', thing({ state: 'visible', may: ['save', 'withdraw'] }), null, undefined],
    ['submits where another person publishes', thing({ may: ['save', 'submit'] }), null, 'submit'],
    ['releases what somebody submitted', thing({ state: 'submitted', submitted_at: EARLIER, may: ['save', 'publish', 'return'] }), null, 'release'],
    ['brings back what was withdrawn', thing({ state: 'withdrawn', may: ['save', 'restore'] }), null, 'restore'],
    ['publishes what is not saved yet', undefined, null, 'publish'],
  ])('%s', (_name, item, publish_at, deed) => {
    expect(mainDeed(item, { ...EMPTY, publish_at }, false, false, NOW)).toBe(deed)
  })

  test('updates at once while the change is still on its way', () => {
    expect(mainDeed(thing({ state: 'visible', may: ['save', 'withdraw'] }), EMPTY, true, false, NOW)).toBe('update')
  })

  test.each([
    ['what is new', undefined],
    ['a change of what is visible', thing({ state: 'visible', may: ['save', 'withdraw'] })],
  ])('submits %s, before the server knows it, where another person publishes', (_name, item) => {
    expect(mainDeed(item, EMPTY, true, true, NOW)).toBe('submit')
  })
})

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
