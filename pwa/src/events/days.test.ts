// SPDX-License-Identifier: EUPL-1.2
import { expect, test } from 'vitest'
import type { EventDate } from '../api/types'
import { isAhead, isOneNight, keyIn, moveOf } from './date'
import { addDays, addMonths, byDay, dayHeading, lastOfMonth, weekdayOf, weeksOf } from './days'

const plain = (texts: string[]) => texts.map((text) => text.replaceAll('\u00a0', ' '))

function date(more: Partial<EventDate>): EventDate {
  return {
    date: '2026-06-12T19:00',
    starts_at: '2026-06-12T17:00:00Z',
    ends_at: null,
    all_day: false,
    first_day: '2026-06-12',
    last_day: '2026-06-12',
    status: 'scheduled',
    note: null,
    previous_start: null,
    place_name: null,
    ...more,
  }
}

test('days are counted over months, years and clock changes', () => {
  expect(addDays('2026-12-31', 1)).toBe('2027-01-01')
  expect(addDays('2026-03-28', 2)).toBe('2026-03-30')
  expect(addDays('2028-03-01', -1)).toBe('2028-02-29')
  expect(weekdayOf('2026-06-08')).toBe(0)
  expect(weekdayOf('2026-06-14')).toBe(6)
})

test('another month has the same day, or its last one', () => {
  expect(addMonths('2026-01-31', 1)).toBe('2026-02-28')
  expect(addMonths('2026-03-31', -1)).toBe('2026-02-28')
  expect(addMonths('2026-12-15', 1)).toBe('2027-01-15')
  expect(lastOfMonth('2028-02-10')).toBe('2028-02-29')
})

test('a month is shown in whole weeks', () => {
  const weeks = weeksOf('2026-06-12')
  expect(weeks).toHaveLength(5)
  expect(weeks[0]?.[0]).toBe('2026-06-01')
  expect(weeks.at(-1)?.at(-1)).toBe('2026-07-05')
  expect(weeksOf('2026-02-01')[0]?.[6]).toBe('2026-02-01')
  expect(weeksOf('2027-02-01')).toHaveLength(4)
})

test('what runs since yesterday stands on the first day shown', () => {
  const festival = date({ first_day: '2026-06-08', last_day: '2026-06-14' })
  const concert = date({})
  const market = date({ first_day: '2026-06-10', last_day: '2026-06-10' })
  expect(byDay([festival, market, concert], '2026-06-10')).toEqual([
    { day: '2026-06-10', items: [festival, market] },
    { day: '2026-06-12', items: [concert] },
  ])
})

test('a day is headed as people say it', () => {
  const head = (day: string, today = '2026-06-09') => plain(dayHeading(day, today, 'de'))
  expect(head('2026-06-09')).toEqual(['Heute', 'Dienstag, 9. Juni'])
  expect(head('2026-06-10')).toEqual(['Morgen', 'Mittwoch, 10. Juni'])
  expect(head('2026-06-15')).toEqual(['Montag', '15. Juni'])
  expect(head('2026-06-16')).toEqual(['16. Juni', 'Dienstag'])
  expect(head('2027-01-01')).toEqual(['1. Januar 2027', 'Freitag'])
  expect(head('2027-01-01', '2026-12-31')).toEqual(['Morgen', 'Freitag, 1. Januar 2027'])
  expect(plain(dayHeading('2026-06-09', '2026-06-09', 'en'))).toEqual(['Today', 'Tuesday 9 June'])
})

test('a move within the day is another hour, else another day', () => {
  expect(moveOf(date({}))).toBeNull()
  expect(moveOf(date({ previous_start: '2026-06-12T16:00:00+00:00' }))).toBe('time')
  expect(moveOf(date({ previous_start: '2026-06-11T22:30:00Z' }))).toBe('time')
  expect(moveOf(date({ previous_start: '2026-06-11T21:30:00Z' }))).toBe('day')
  expect(moveOf(date({ previous_start: '2026-06-12T19:00:00+02:00' }))).toBeNull()
})

test('what runs is ahead, what has ended is not', () => {
  const now = Date.parse('2026-06-12T18:00:00Z')
  expect(isAhead(date({ ends_at: '2026-06-12T19:30:00Z' }), now)).toBe(true)
  expect(isAhead(date({ ends_at: '2026-06-12T17:30:00Z' }), now)).toBe(false)
  expect(isAhead(date({}), now)).toBe(false)
})

test('a night that runs past midnight belongs to its first day, a weekend does not', () => {
  const night = { starts_at: '2026-06-12T18:00:00Z', last_day: '2026-06-13' }
  expect(isOneNight(date({ ...night, ends_at: '2026-06-13T00:30:00Z' }))).toBe(true)
  expect(isOneNight(date({ ...night, ends_at: '2026-06-13T15:00:00Z' }))).toBe(false)
  expect(isOneNight(date({ ...night, all_day: true, ends_at: '2026-06-13T00:30:00Z' }))).toBe(false)
  expect(isOneNight(date({ ends_at: '2026-06-12T19:00:00Z' }))).toBe(false)
})

test.each([
  ['datum=2026-06-12', '2026-06-12'],
  ['datum=2026-06-12T19%3A00', '2026-06-12T19:00'],
  ['datum=2026-06-12T1', null],
  ['datum=', null],
  ['', null],
])('an address with %j asks for the date %s', (search, key) => {
  expect(keyIn(new URLSearchParams(search))).toBe(key)
})
