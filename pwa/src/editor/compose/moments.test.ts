// SPDX-License-Identifier: EUPL-1.2
/** Moments in the staff's words. */

import { expect, test } from 'vitest'
import { momentWords, nextMorning, readEnd, showDay, showEnd } from './moments'

/** Monday, 23 November 2026, 9:12 in Berlin. */
const NOW = new Date('2026-11-23T08:12:00Z')

test.each([
  ['2026-11-23T11:00:00Z', 'heute, 12:00'],
  ['2026-11-22T15:52:00Z', 'gestern, 16:52'],
  ['2026-11-23T23:05:00Z', 'morgen, 0:05'],
  ['2026-11-26T06:00:00Z', 'Do 26.11., 7:00'],
  ['2027-12-24T06:00:00Z', 'Fr 24.12.2027, 7:00'],
])('%s is %s', (iso, words) => {
  expect(momentWords(new Date(iso), NOW, 'de')).toBe(words)
})

test('a typed end counts the whole day unless a time is given', () => {
  const end = (text: string) => {
    const found = readEnd(text, NOW)
    return found.ok ? [found.value.toISOString(), showEnd(found.value)] : found.problem
  }
  expect(end('7.12.')).toEqual(['2026-12-07T23:00:00.000Z', 'Mo 07.12.2026'])
  expect(end('7.12. 18 Uhr')).toEqual(['2026-12-07T17:00:00.000Z', 'Mo 07.12.2026, 18:00'])
  expect(end('27.3.2027')).toEqual(['2027-03-27T23:00:00.000Z', 'Sa 27.03.2027'])
  expect(end('28.3.2027')).toEqual(['2027-03-28T22:00:00.000Z', 'So 28.03.2027'])
  expect(end('31.2.')).toBe('noSuchDay')
})

test('what a field shows is read back as the same', () => {
  for (const text of ['Mo 07.12.2026', 'Mo 07.12.2026, 18:00', 'So 28.03.2027']) {
    const found = readEnd(text, NOW)
    expect(found.ok && showEnd(found.value)).toBe(text)
  }
  expect(showDay({ year: 2026, month: 11, day: 26 })).toBe('Do 26.11.2026')
})

test('the next morning is seven o’clock in Berlin', () => {
  expect(nextMorning(NOW).toISOString()).toBe('2026-11-24T06:00:00.000Z')
  expect(nextMorning(new Date('2027-03-27T12:00:00Z')).toISOString()).toBe('2027-03-28T05:00:00.000Z')
})
