// SPDX-License-Identifier: EUPL-1.2
/** What moves along when an event moves. */

import { describe, expect, test } from 'vitest'
import { EMPTY, type Change, type Timing } from './model'
import { splitAt } from './splitting'
import { addDays } from '../compose/days'
import {
  changeAt,
  endOn,
  endsLater,
  exclude,
  firstDay,
  withAllDay,
  withChange,
  withDay,
  withLastDay,
  withRepetition,
  withTimes,
} from './timing'

const TIMING: Timing = { ...EMPTY.timing, start: '2026-12-08T14:30', end: '2026-12-08T16:30', rrule: 'FREQ=MONTHLY;BYDAY=2TU' }
const CHANGE: Change = { at: '2027-03-09T14:30', following: false, status: 'scheduled', note: null, start: null, end: null, title: null, place_name: 'Raum 2' }
const WHEN = { timing: TIMING, changes: [CHANGE] }
const part = (more: Partial<Timing>) => ({ timing: { ...TIMING, ...more }, changes: [] })

describe('another day', () => {
  test.each<[string, Partial<Timing>, string, Partial<Timing>]>([
    ['takes the end along', { rrule: null }, '2026-12-10', { start: '2026-12-10T14:30', end: '2026-12-10T16:30' }],
    ['takes the next morning along', { rrule: null, end: '2026-12-09T02:00' }, '2026-12-31', { end: '2027-01-01T02:00' }],
    ['takes the last day along', { rrule: null, all_day: true, start: '2026-12-08', end: '2026-12-10' }, '2026-12-30', { start: '2026-12-30', end: '2027-01-01' }],
    ['changes the day of a monthly rhythm', {}, '2026-12-16', { rrule: 'FREQ=MONTHLY;BYDAY=3WE' }],
    ['leaves the last one the last one', { rrule: 'FREQ=MONTHLY;BYDAY=-1TU', start: '2026-12-29T10:00' }, '2026-12-30', { rrule: 'FREQ=MONTHLY;BYDAY=-1WE' }],
    ['changes the weekday of a weekly rhythm', { rrule: 'FREQ=WEEKLY;INTERVAL=2;BYDAY=TU' }, '2026-12-10', { rrule: 'FREQ=WEEKLY;INTERVAL=2;BYDAY=TH' }],
    ['leaves a rhythm of several days', { rrule: 'FREQ=WEEKLY;BYDAY=TU,TH' }, '2026-12-10', { rrule: 'FREQ=WEEKLY;BYDAY=TU,TH' }],
    ['changes the date of a yearly rhythm', { rrule: 'FREQ=YEARLY;BYMONTH=12;BYMONTHDAY=8' }, '2026-12-24', { rrule: 'FREQ=YEARLY;BYMONTH=12;BYMONTHDAY=24' }],
  ])('%s', (_name, before, day, after) => expect(withDay(part(before), day).timing).toMatchObject(after))
})

describe('another time', () => {
  test('names changes and extra dates by the new start', () => {
    const { timing, changes } = withTimes({ ...WHEN, timing: { ...TIMING, extra: ['2027-07-20T14:30'], excluded: [{ at: '2027-07-13', reason: null }] } }, '15:00', '17:00')
    expect(timing).toMatchObject({ start: '2026-12-08T15:00', end: '2026-12-08T17:00', extra: ['2027-07-20T15:00'], excluded: [{ at: '2027-07-13' }] })
    expect(changes.map(({ at }) => at)).toEqual(['2027-03-09T15:00'])
  })

  test('an end before the beginning is in the night', () => {
    expect(withTimes(WHEN, '20:00', '02:00').timing.end).toBe('2026-12-09T02:00')
    expect(endOn('2026-12-31', '20:00', '02:00')).toBe('2027-01-01T02:00')
    expect(endsLater(withTimes(WHEN, '20:00', '02:00').timing)).toBe(false)
  })

  test('what lasts several days keeps its last one', () => {
    const several = withLastDay(part({ rrule: null }), '2026-12-10')
    expect(endsLater(several.timing)).toBe(true)
    expect(withTimes(several, '09:00', '18:00').timing).toMatchObject({ start: '2026-12-08T09:00', end: '2026-12-10T18:00' })
  })
})

test('all day and back loses the clock and nothing else', () => {
  const day = withAllDay({ ...WHEN, timing: { ...TIMING, rrule: 'FREQ=WEEKLY;BYDAY=TU;UNTIL=20271231T235959' } }, true)
  expect(day.timing).toMatchObject({ all_day: true, start: '2026-12-08', end: null, rrule: 'FREQ=WEEKLY;BYDAY=TU;UNTIL=20271231' })
  expect(day.changes[0]?.at).toBe('2027-03-09')
  expect(withAllDay(day, false, '10:00')).toMatchObject({ timing: { start: '2026-12-08T10:00', end: null }, changes: [{ at: '2027-03-09T10:00', place_name: 'Raum 2' }] })
})

test('a first date that is none of the rhythm’s days gives way to the first that is one', () => {
  const rhythm = { kind: 'monthly-weekday', every: 1, nths: [1], day: 'FR' } as const
  const moved = withRepetition(part({}), { rhythm: { ...rhythm, nths: [1] }, end: { kind: 'never' } }).timing
  expect(moved).toMatchObject({ start: '2027-01-01T14:30', end: '2027-01-01T16:30', rrule: 'FREQ=MONTHLY;BYDAY=1FR' })
  expect(withRepetition({ timing: moved, changes: [] }, { rhythm: { ...rhythm, nths: [3] }, end: { kind: 'never' } }, '2026-12-08T14:30').timing.start).toBe('2026-12-18T14:30')
  expect(firstDay({ kind: 'yearly-day', every: 1, day: 29, month: 2 }, '2097-03-01')).toBe('2104-02-29')
})

test('what takes place once has no exceptions', () => {
  expect(withRepetition(WHEN, null)).toMatchObject({ timing: { rrule: null, excluded: [] }, changes: [] })
})

test('days are left out once, in order', () => {
  const once = exclude(TIMING, ['2027-07-13', '2027-02-09'], 'Sommer')
  expect(exclude(once, ['2027-07-13'], 'noch einmal').excluded).toEqual([
    { at: '2027-02-09', reason: 'Sommer' },
    { at: '2027-07-13', reason: 'Sommer' },
  ])
})

test('a change that changes nothing is none', () => {
  expect(withChange([CHANGE], { ...CHANGE, place_name: null })).toEqual([])
  expect(withChange([CHANGE], { ...CHANGE, following: true }).length).toBe(2)
  expect(changeAt([CHANGE], '2027-04-13T14:30', true)).toMatchObject({ following: true, status: 'scheduled', place_name: null })
})

test('days are counted across the change of the clocks', () => {
  expect([addDays('2027-03-27T20:00', 2), addDays('2027-10-30', 2), addDays('2028-02-28', 1)]).toEqual(['2027-03-29', '2027-11-01', '2028-02-29'])
})

test('a series goes on as another one from a date, and ends the day before', () => {
  const content = { ...EMPTY, title: 'Sprechstunde', timing: { ...TIMING, excluded: [{ at: '2027-01-12', reason: null }, { at: '2027-07-13', reason: 'Pause' }] }, changes: [CHANGE] }
  const { before, after } = splitAt(content, '2027-03-09T14:30')
  expect(before).toMatchObject({ timing: { start: '2026-12-08T14:30', rrule: 'FREQ=MONTHLY;BYDAY=2TU;UNTIL=20270308T235959', excluded: [{ at: '2027-01-12' }] }, changes: [] })
  expect(after).toMatchObject({ title: 'Sprechstunde', timing: { start: '2027-03-09T14:30', end: '2027-03-09T16:30', rrule: 'FREQ=MONTHLY;BYDAY=2TU', excluded: [{ at: '2027-07-13' }] } })
})
