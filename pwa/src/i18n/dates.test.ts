// SPDX-License-Identifier: EUPL-1.2
/** Dates read as people say them, in Berlin time on every phone. */

import { expect, test } from 'vitest'
import { asOf, clock, dayInWords, dayOf, endInWords, fullMoment, leaf, newsMoment, timeSpan, weekday } from './dates'

const plain = (text: string) => text.replaceAll('\u00a0', ' ')
const now = new Date('2026-06-09T12:05:00Z')

test('news of today and yesterday bear the time, older news the day', () => {
  expect(plain(newsMoment(new Date('2026-06-09T06:30:00Z'), now, 'de'))).toBe('Heute, 8:30 Uhr')
  expect(plain(newsMoment(new Date('2026-06-08T14:00:00Z'), now, 'de'))).toBe('Gestern, 16:00 Uhr')
  expect(plain(newsMoment(new Date('2026-06-07T10:00:00Z'), now, 'de'))).toBe('Sonntag, 7. Juni')
  expect(plain(newsMoment(new Date('2025-06-07T10:00:00Z'), now, 'de'))).toBe('7. Juni 2025')
})

test('a day begins at midnight in Berlin, not in UTC', () => {
  expect(dayInWords(new Date('2026-06-08T22:30:00Z'), now, 'de')).toBe('Heute')
  expect(dayInWords(new Date('2026-06-08T21:30:00Z'), now, 'de')).toBe('Gestern')
})

test('yesterday is right over the end of summer time', () => {
  const after = new Date('2026-10-26T08:00:00Z')
  expect(dayInWords(new Date('2026-10-24T23:30:00Z'), after, 'de')).toBe('Gestern')
})

test('the year is told in Berlin time on New Year', () => {
  expect(plain(weekday(new Date('2025-12-31T23:30:00Z'), new Date('2026-01-02T10:00:00Z'), 'de'))).toBe('Donnerstag, 1. Januar')
})

test('hours have no leading zero, and midnight is 0 and not 24', () => {
  expect(plain(clock(new Date('2026-06-09T06:05:00Z'), 'de'))).toBe('8:05 Uhr')
  expect(plain(clock(new Date('2026-06-08T22:00:00Z'), 'de'))).toBe('0:00 Uhr')
  expect(plain(clock(new Date('2026-06-09T18:00:00Z'), 'de', true))).toBe('20 Uhr')
})

test('an article bears its full date', () => {
  expect(plain(fullMoment(new Date('2026-06-09T06:30:00Z'), 'de'))).toBe('9. Juni 2026, 8:30 Uhr')
  expect(plain(fullMoment(new Date('2026-06-09T06:30:00Z'), 'en'))).toBe('9 June 2026, 8:30')
})

test('an end at midnight belongs to the day before', () => {
  expect(plain(endInWords(new Date('2026-06-10T22:00:00Z'), now, 'de'))).toBe('morgen')
  expect(plain(endInWords(new Date('2026-06-12T18:00:00Z'), now, 'de'))).toBe('Freitag, 12. Juni, 20 Uhr')
})

test('the age of a copy is told in words', () => {
  expect(plain(asOf(new Date('2026-06-09T12:05:00Z'), now, 'de'))).toBe('heute, 14:05 Uhr')
  expect(plain(asOf(new Date('2026-06-08T07:12:00Z'), now, 'de'))).toBe('gestern, 9:12 Uhr')
  expect(plain(asOf(new Date('2026-06-01T16:00:00Z'), now, 'en'))).toBe('Monday 1 June, 18:00')
})

test('day and month never part at the end of a line', () => {
  expect(weekday(new Date('2026-06-07T10:00:00Z'), now, 'de')).toBe('Sonntag, 7.\u00a0Juni')
})

test('a time that is full needs no minutes', () => {
  const at = (clock: string) => new Date(`2026-06-12T${clock}:00+02:00`)
  expect(plain(timeSpan(at('19:00'), at('21:30'), 'de'))).toBe('19 bis 21:30 Uhr')
  expect(plain(timeSpan(at('08:00'), at('13:00'), 'de'))).toBe('8 bis 13 Uhr')
  expect(plain(timeSpan(at('10:00'), null, 'de'))).toBe('10 Uhr')
  expect(plain(timeSpan(at('20:00'), at('20:45'), 'de'))).toBe('20 bis 20:45 Uhr')
  expect(timeSpan(at('08:00'), at('13:00'), 'en')).toBe('8:00 to 13:00')
})

test('a day of the calendar is the one in Berlin', () => {
  expect(dayOf(new Date('2026-06-11T22:30:00Z'))).toBe('2026-06-12')
  expect(dayOf(new Date('2025-12-31T23:00:00Z'))).toBe('2026-01-01')
})

test('a date leaf has three short lines', () => {
  expect(leaf('2026-06-10', 'de')).toEqual(['Mi', '10', 'Juni'])
  expect(leaf('2026-09-05', 'de')).toEqual(['Sa', '5', 'Sept.'])
  expect(leaf('2026-06-10', 'en')).toEqual(['Wed', '10', 'Jun'])
})
