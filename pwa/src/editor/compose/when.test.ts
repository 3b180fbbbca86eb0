// SPDX-License-Identifier: EUPL-1.2
/** Typed dates, by the clocks of Berlin whatever the device says. */

import { describe, expect, test } from 'vitest'
import { instantOf, readDay, readMoment, readTime, readWhen, wallOf } from './when'

/** Monday, 23 November 2026, 9:12 in Berlin. */
const NOW = new Date('2026-11-23T08:12:00Z')

function iso(text: string, now = NOW): string {
  const found = readWhen(text, now)
  return found.ok ? found.value.toISOString() : found.problem
}

describe('a typed moment', () => {
  test.each([
    ['24.12.', '2026-12-24T06:00:00.000Z'],
    ['24.12', '2026-12-24T06:00:00.000Z'],
    ['24.12.2026 7:00', '2026-12-24T06:00:00.000Z'],
    ['24.12. 18 Uhr', '2026-12-24T17:00:00.000Z'],
    ['24.12. 18:30', '2026-12-24T17:30:00.000Z'],
    ['24.12.27', '2027-12-24T06:00:00.000Z'],
    ['24. Dezember, 12 Uhr', '2026-12-24T11:00:00.000Z'],
    ['1. Maerz 2027', '2027-03-01T06:00:00.000Z'],
    ['morgen', '2026-11-24T06:00:00.000Z'],
    ['Morgen 8:15 Uhr', '2026-11-24T07:15:00.000Z'],
    ['heute 18:30', '2026-11-23T17:30:00.000Z'],
    ['heute um 12', '2026-11-23T11:00:00.000Z'],
    ['Do 7 Uhr', '2026-11-26T06:00:00.000Z'],
    ['Donnerstag', '2026-11-26T06:00:00.000Z'],
    ['mo', '2026-11-30T06:00:00.000Z'],
    ['Do 26.11.2026, 7:00', '2026-11-26T06:00:00.000Z'],
    ['in 3 Tagen', '2026-11-26T06:00:00.000Z'],
    ['in zwei Wochen 10.30 Uhr', '2026-12-07T09:30:00.000Z'],
    ['2027-06-01T09:00', '2027-06-01T07:00:00.000Z'],
    ['18 Uhr', '2026-11-23T17:00:00.000Z'],
    ['7 Uhr', '2026-11-24T06:00:00.000Z'],
    ['1.3.', '2027-03-01T06:00:00.000Z'],
    ['29.2.2028', '2028-02-29T06:00:00.000Z'],
  ])('%s', (text, expected) => {
    expect(iso(text)).toBe(expected)
  })

  test.each([
    ['', 'empty'],
    ['irgendwann', 'date'],
    ['31.2.', 'noSuchDay'],
    ['31.11.2026', 'noSuchDay'],
    ['24.13.', 'noSuchDay'],
    ['29.2.2027', 'noSuchDay'],
    ['morgen 25 Uhr', 'time'],
    ['morgen früh', 'time'],
    ['24.12. 7:60', 'time'],
    ['28.3.2027 2:30', 'skipped'],
    ['modern', 'date'],
    ['0.0.', 'noSuchDay'],
  ])('"%s" is answered, not guessed', (text, problem) => {
    expect(iso(text)).toBe(problem)
  })

  test('an hour that comes twice is its first one', () => {
    expect(iso('31.10.2027 2:30')).toBe('2027-10-31T00:30:00.000Z')
  })

  test('summer and winter have their own distance', () => {
    expect(iso('27.3.2027 2:30')).toBe('2027-03-27T01:30:00.000Z')
    expect(iso('29.3.2027 2:30')).toBe('2027-03-29T00:30:00.000Z')
  })

  test('just after midnight in Berlin it is the new day, although it is the old one in UTC', () => {
    expect(iso('morgen', new Date('2026-11-23T23:30:00Z'))).toBe('2026-11-25T06:00:00.000Z')
  })
})

test('every instant of the days of the clock change comes back', () => {
  for (const day of ['2027-03-28', '2027-10-31'])
    for (let minute = 0; minute < 25 * 60; minute += 15) {
      const moment = new Date(Date.parse(`${day}T00:00:00Z`) - 3_600_000 + minute * 60_000)
      const back = instantOf(wallOf(moment))
      expect(back && wallOf(back)).toEqual(wallOf(moment))
    }
})

test('day and time are read apart', () => {
  expect(readDay('Do 26.11.2026', NOW)).toEqual({ ok: true, value: { year: 2026, month: 11, day: 26 } })
  expect(readDay('Do 26.11.2026 7 Uhr', NOW)).toEqual({ ok: false, problem: 'date' })
  expect(readTime('7')).toEqual({ ok: true, value: { hour: 7, minute: 0 } })
  expect(readTime('07:05')).toEqual({ ok: true, value: { hour: 7, minute: 5 } })
  expect(readTime('halb acht')).toEqual({ ok: false, problem: 'time' })
})

test('a time behind the day counts more than the time field', () => {
  const read = (day: string, time: string) => {
    const { found, at } = readMoment(day, time, NOW)
    return found.ok ? found.value.toISOString() : [found.problem, at]
  }
  expect(read('Do', '7:00')).toBe('2026-11-26T06:00:00.000Z')
  expect(read('Do 18 Uhr', '7:00')).toBe('2026-11-26T17:00:00.000Z')
  expect(read('Do', 'früh')).toEqual(['time', 'time'])
  expect(read('nie', '7:00')).toEqual(['date', 'day'])
  expect(read('28.3.2027', '2:30')).toEqual(['skipped', 'time'])
})
