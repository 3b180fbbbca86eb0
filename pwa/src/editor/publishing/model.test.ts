// SPDX-License-Identifier: EUPL-1.2
/** What the main button does, whatever is written. */

import { describe, expect, test } from 'vitest'
import { mainDeed, type Item } from './model'

const NOW = new Date('2026-11-23T08:12:00Z')
const LATER = '2026-11-26T06:00:00.000Z'
const EARLIER = '2026-11-20T06:00:00.000Z'
const NOTHING = { publish_at: null }

function thing(part: Partial<Item>): Item {
  return { state: 'draft', may: ['save', 'publish', 'delete'], submitted_at: null, ...part } as Item
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
    expect(mainDeed(item, { publish_at }, false, false, NOW)).toBe(deed)
  })

  test('updates at once while the change is still on its way', () => {
    expect(mainDeed(thing({ state: 'visible', may: ['save', 'withdraw'] }), NOTHING, true, false, NOW)).toBe('update')
  })

  test.each([
    ['what is new', undefined],
    ['a change of what is visible', thing({ state: 'visible', may: ['save', 'withdraw'] })],
  ])('submits %s, before the server knows it, where another person publishes', (_name, item) => {
    expect(mainDeed(item, NOTHING, true, true, NOW)).toBe('submit')
  })
})
