// SPDX-License-Identifier: EUPL-1.2
import { expect, test } from 'vitest'
import { kinOf } from './extras'

test('the pages of one feature come along together, whatever their names', () => {
  const list = kinOf('assets/later/events/list-page-DFf57Pco.js')
  expect(kinOf('https://bad-belzig.example/assets/later/events/event-page-0-_hf93a.css')).toBe(list)
  expect(kinOf('/assets/later/push/push-page-DFf57Pco.js')).not.toBe(list)
})

test('of drawings only the one that a town shows comes along', () => {
  const wide = kinOf('/assets/art/castle-wide-57qoO3pq.js')
  expect(kinOf('https://bad-belzig.example/assets/art/castle-wide--2_oO3pq.js')).toBe(wide)
  expect(kinOf('assets/art/water-wide-57qoO3pq.js')).not.toBe(wide)
})
