// SPDX-License-Identifier: EUPL-1.2
import { expect, test } from 'vitest'
import type { Times } from './hours'
import { deviationsAfter, weekOf } from './week'

const MONDAY = '2026-11-23'
const morning = { from: '09:00', to: '12:00', note: '' }
const off = (first_day: string, last_day: string, text = '') => ({ first_day, last_day, closed: true, hours: [], text })

function office(more: Partial<Times> = {}): Times {
  return { hours: [{ days: [0, 1, 3], ...morning }], exceptions: [], holidays: [], ...more }
}

test('the week begins on Monday, and each day is the one that comes next', () => {
  const week = weekOf(office(), '2026-11-26')
  expect(week.map(({ day }) => day)).toEqual(['2026-11-30', '2026-12-01', '2026-12-02', '2026-11-26', '2026-11-27'])
  expect(week.map(({ today }) => today)).toEqual([false, false, false, true, false])
  expect(week.map(({ blocks }) => blocks.length)).toEqual([1, 1, 0, 1, 0])
})

test('a weekend shows only where somebody is ever there', () => {
  expect(weekOf(office({ hours: [{ days: [5], ...morning }] }), MONDAY)).toHaveLength(6)
  const once = { first_day: '2026-11-29', last_day: '2026-11-29', closed: false, hours: [morning], text: '' }
  expect(weekOf(office({ exceptions: [once] }), MONDAY).at(-1)).toMatchObject({ day: '2026-11-29', blocks: [morning], usual: [] })
})

test('a day that is not as always says what it usually is', () => {
  const [monday, tuesday] = weekOf(office({ exceptions: [off(MONDAY, MONDAY, 'Umzug')], holidays: ['2026-11-24'] }), MONDAY)
  expect(monday).toMatchObject({ blocks: [], usual: [morning], text: 'Umzug' })
  expect(tuesday).toMatchObject({ blocks: [], usual: [morning], why: 'holiday' })
})

test('a holiday on a day that is closed anyway is nothing to tell', () => {
  expect(weekOf(office({ holidays: ['2026-11-25'] }), MONDAY)[2]).toMatchObject({ usual: null })
  expect(deviationsAfter(office({ holidays: ['2026-12-25'] }), MONDAY)).toEqual([])
})

test('an exception later on is told once, from its first day to its last', () => {
  const times = office({ exceptions: [off('2026-12-21', '2027-01-03', 'Zwischen den Jahren')] })
  expect(deviationsAfter(times, MONDAY)).toMatchObject([{ first: '2026-12-21', last: '2027-01-03', text: 'Zwischen den Jahren', blocks: [] }])
})

test('what begins within two months is told to its end, what begins later is not told', () => {
  const times = office({ exceptions: [off('2027-01-11', '2027-03-01', 'Umbau'), off('2027-03-15', '2027-03-20')] })
  expect(deviationsAfter(times, MONDAY).map(({ first, last }) => [first, last])).toEqual([['2027-01-11', '2027-03-01']])
})

test('what this week shows already is not told again', () => {
  expect(deviationsAfter(office({ exceptions: [off('2026-11-26', '2026-11-26')] }), MONDAY)).toEqual([])
})

test('two closed days with an open one between them are two', () => {
  const times = office({ exceptions: [off('2026-12-07', '2026-12-07'), off('2026-12-10', '2026-12-10')] })
  expect(deviationsAfter(times, MONDAY).map(({ first, last }) => [first, last])).toEqual([
    ['2026-12-07', '2026-12-07'],
    ['2026-12-10', '2026-12-10'],
  ])
})
