// SPDX-License-Identifier: EUPL-1.2
// @vitest-environment happy-dom
import { beforeEach, expect, test } from 'vitest'
import { keep, release, remembered, type Remembered } from './remembered'
import { emptyDraft, keepDraft, keepSent, readDraft, sentSuggestions } from './suggestions'

const NOW = Date.parse('2026-06-09T12:00:00Z')
const concert: Remembered = { id: 'a', date: '2026-06-12T19:00', title: 'Konzert', last: '2026-06-12' }
const market: Remembered = { id: 'b', date: '2026-06-10T08:00', title: 'Markt', last: null }

beforeEach(() => localStorage.clear())

test('what is kept stays, the newest first, and each event once', () => {
  keep(concert, NOW)
  keep(market, NOW)
  keep({ ...concert, title: 'Burgkonzert' }, NOW)
  expect(remembered().map(({ title }) => title)).toEqual(['Burgkonzert', 'Markt'])
  release('a')
  expect(remembered()).toEqual([market])
})

test('what is long over goes by itself, a series does not', () => {
  keep(concert, NOW)
  keep(market, NOW)
  keep({ ...concert, id: 'c' }, NOW + 60 * 86_400_000)
  expect(remembered().map(({ id }) => id)).toEqual(['c', 'b'])
})

test.each(['', '{"a":1}', '[1,null,{"id":2}]', 'kaputt'])('rubbish in the store is no event: %s', (text) => {
  localStorage.setItem('sv-remembered', text)
  localStorage.setItem('sv-suggestion', text)
  localStorage.setItem('sv-suggestions', text)
  expect(remembered()).toEqual([])
  expect(readDraft().title).toBe('')
  expect(sentSuggestions()).toEqual([])
})

test('a draft comes back with the same id and secret, so that sending twice is sending once', () => {
  const draft = { ...emptyDraft(), title: 'Fest' }
  expect(draft.id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/)
  expect(draft.secret).toMatch(/^[\w-]{43}$/)
  keepDraft(draft)
  expect(readDraft()).toEqual(draft)
  keepSent(draft)
  expect(readDraft().id).not.toBe(draft.id)
  expect(sentSuggestions()).toEqual([{ id: draft.id, secret: draft.secret, title: 'Fest' }])
})

test('what is kept of a suggestion says nothing about its sender', () => {
  const draft = { ...emptyDraft(), title: 'Fest', name: 'Kim', email: 'kim@example.org' }
  keepSent(draft)
  expect(localStorage.getItem('sv-suggestions')).not.toContain('kim')
})
