// SPDX-License-Identifier: EUPL-1.2
import { expect, test } from 'vitest'
import { notificationOf } from './notification'

const SENT = { title: 'Bombenfund', body: 'Bitte gehen.', url: '/aktuelles/1', tag: 'news-1', topic: 'urgent', urgent: true, at: '2026-06-09T08:00:00Z' }

test('what the municipality sent is shown and leads to its page', () => {
  expect(notificationOf(JSON.stringify(SENT))).toMatchObject({
    title: 'Bombenfund',
    body: 'Bitte gehen.',
    tag: 'news-1',
    requireInteraction: true,
    data: { url: '/aktuelles/1', at: '2026-06-09T08:00:00Z' },
  })
})

test.each([undefined, '', '{"title":', 'null', '5', '"text"', '[]', '{"title":7,"url":null,"urgent":"yes"}'])('%s still shows something', (text) => {
  expect(notificationOf(text)).toMatchObject({ title: 'Neue Mitteilung', body: '', tag: '', requireInteraction: false, data: { url: '/' } })
})

test.each(['https://elsewhere.example/', '//elsewhere.example', '/\\elsewhere.example', 'javascript:alert(1)', ''])('a tap never leads to %s', (url) => {
  expect(notificationOf(JSON.stringify({ ...SENT, url })).data.url).toBe('/')
})
