// SPDX-License-Identifier: EUPL-1.2
/** One date as the changes leave it, and what is kept of what somebody wants of it. */

import { expect, test } from 'vitest'
import { laid, movedTo, phaseAt, shownOf } from './changing'
import { EMPTY, type Change, type Timing } from './model'
import { splitAt } from './splitting'
import { changeAt, withAllDay } from './timing'

const TIMING: Timing = { ...EMPTY.timing, start: '2026-12-08T14:30', end: '2026-12-08T16:30', rrule: 'FREQ=WEEKLY;BYDAY=TU' }
const different = (at: string, following: boolean, more: Partial<Change>): Change => ({ ...changeAt([], at, following), ...more })
const LATER = different('2026-12-22T14:30', true, { start: '2026-12-22T18:00', end: '2026-12-22T20:00', place_name: 'Saal' })
const MOVED = different('2027-01-05T14:30', false, { start: '2027-01-07T18:00' })
const WHEN = { timing: TIMING, changes: [MOVED, LATER] }

test.each([
  ['2026-12-15T14:30', '2026-12-15T14:30', '2026-12-15T16:30', null],
  ['2026-12-29T14:30', '2026-12-29T18:00', '2026-12-29T20:00', 'Saal'],
  ['2027-01-05T14:30', '2027-01-07T18:00', '2027-01-07T20:00', 'Saal'],
])('the date %s is at %s until %s', (at, start, end, place_name) => expect(laid(WHEN, at)).toEqual({ start, end, title: null, place_name }))

test('what begins on a date that has moved begins on the day of the series', () => {
  expect(shownOf(WHEN, MOVED.at, true)).toMatchObject({ start: '2027-01-05T18:00', end: '2027-01-05T20:00' })
  expect(shownOf(WHEN, MOVED.at, false)).toMatchObject({ start: '2027-01-07T18:00', end: '2027-01-07T20:00' })
})

test('only what differs from the series is kept', () => {
  const wanted = { day: '2026-12-29', last: '2026-12-29', from: '18:00', to: '20:00' }
  expect(movedTo(WHEN, '2026-12-29T14:30', false, wanted)).toEqual({ start: null, end: null })
  expect(movedTo(WHEN, '2026-12-29T14:30', false, { ...wanted, to: '21:00' })).toEqual({ start: '2026-12-29T18:00', end: '2026-12-29T21:00' })
  expect(movedTo(WHEN, LATER.at, true, { day: '2026-12-22', last: '', from: '14:30', to: '16:30' })).toEqual({ start: null, end: null })
})

test('another place leaves a camp of three days its last one', () => {
  const camp = { timing: { ...TIMING, start: '2026-12-04T18:00', end: '2026-12-06T16:00' }, changes: [] }
  const at = '2026-12-11T18:00'
  expect(movedTo(camp, at, false, { day: '2026-12-11', last: '', from: '18:00', to: '16:00' })).toEqual({ start: null, end: null })
  expect(movedTo(camp, at, false, { day: '2026-12-12', last: '', from: '18:00', to: '12:00' })).toEqual({ start: '2026-12-12T18:00', end: '2026-12-14T12:00' })
})

test('a night that ends in the morning still does', () => {
  const night = { timing: { ...TIMING, start: '2026-12-08T20:00', end: '2026-12-09T02:00' }, changes: [] }
  expect(movedTo(night, '2026-12-15T20:00', false, { day: '2026-12-15', last: '', from: '20:00', to: '02:00' })).toEqual({ start: null, end: null })
})

test('what lasts all day moves with its days', () => {
  const fair = { timing: { ...TIMING, all_day: true, start: '2026-12-04', end: '2026-12-06', rrule: 'FREQ=WEEKLY;BYDAY=FR' }, changes: [] }
  expect(movedTo(fair, '2026-12-11', false, { day: '2026-12-11', last: '2026-12-13', from: '', to: null })).toEqual({ start: null, end: null })
  expect(movedTo(fair, '2026-12-11', false, { day: '2026-12-12', last: '2026-12-12', from: '', to: null })).toEqual({ start: '2026-12-12', end: '2026-12-12' })
  const day = { timing: { ...fair.timing, end: null }, changes: [] }
  expect(movedTo(day, '2026-12-11', false, { day: '2026-12-11', last: '2026-12-11', from: '', to: null })).toEqual({ start: null, end: null })
})

test('a series that goes on as another one keeps its hours, its place and what was called off', () => {
  const off = different('2027-01-19T14:30', false, { status: 'cancelled', note: 'Sturm' })
  const { after } = splitAt({ ...EMPTY, ...WHEN, changes: [LATER, MOVED, off] }, '2027-01-12T14:30')
  expect(after.changes).toEqual([different('2027-01-12T14:30', true, { start: '2027-01-12T18:00', end: '2027-01-12T20:00', place_name: 'Saal' }), off])
  expect(phaseAt({ timing: TIMING, changes: [] }, '2026-12-15T14:30')).toEqual(changeAt([], '2026-12-15T14:30', true))
})

test('all day there is no change left of another hour', () => {
  const hour = different('2027-01-05T14:30', false, { start: '2027-01-05T18:00' })
  expect(withAllDay({ timing: TIMING, changes: [hour] }, true).changes).toEqual([])
})
