// SPDX-License-Identifier: EUPL-1.2
/** Opening hours are read as people write them, and nothing is guessed. */

import { expect, test } from 'vitest'
import { hoursOf, readLine, showLine, weekOf, type Hours } from './week'

const span = (from: string, to: string, note = '') => ({ from, to, note })

test.each([
  ['8-12', [span('08:00', '12:00')]],
  ['8 bis 12, 13 bis 18 Uhr', [span('08:00', '12:00'), span('13:00', '18:00')]],
  ['von 8.30 Uhr – 12 Uhr und 13:00-18:30 h', [span('08:30', '12:00'), span('13:00', '18:30')]],
  ['13-18; 8-12.', [span('08:00', '12:00'), span('13:00', '18:00')]],
  ['8 bis 12 Uhr (nur mit Termin, bitte anrufen), 13 bis 18 Uhr', [span('08:00', '12:00', 'nur mit Termin, bitte anrufen'), span('13:00', '18:00')]],
  ['20 bis 24 Uhr', [span('20:00', '24:00')]],
  ['8:00 to 12:00', [span('08:00', '12:00')]],
  ['', []],
  ['geschlossen', []],
  ['–', []],
])('%s is read', (text, spans) => expect(readLine(text)).toEqual({ ok: true, spans }))

test.each([
  ['vormittags', 'unreadable'],
  ['8', 'unreadable'],
  ['8 bis 25', 'unreadable'],
  ['8:61 bis 9', 'unreadable'],
  ['8-12 13-18', 'unreadable'],
  ['24:30 bis 24:40', 'unreadable'],
  ['12-8', 'order'],
  ['8-8', 'order'],
  ['8-12, 11-14', 'overlap'],
  ['8-12, 8-12', 'overlap'],
])('%s is not', (text, problem) => expect(readLine(text)).toEqual({ ok: false, problem }))

test('what a line shows is read as the same again, in both languages', () => {
  const spans = [span('08:00', '12:00', 'nur mit Termin'), span('13:00', '18:30'), span('19:00', '24:00')]
  for (const language of ['de', 'en'] as const) expect(readLine(showLine(spans, language))).toEqual({ ok: true, spans })
})

test('hours are said the way people say them', () => {
  expect(showLine([span('08:00', '12:00'), span('13:00', '18:00')], 'de').replaceAll('\u00a0', ' ')).toBe('8 bis 12, 13 bis 18 Uhr')
  expect(showLine([span('08:30', '12:00')], 'en').replaceAll('\u00a0', ' ')).toBe('8:30 to 12:00')
  expect(showLine([], 'de')).toBe('')
})

test('days with the same hours stand together, and a week comes back as it was', () => {
  const hours: Hours[] = [
    { days: [1, 3], ...span('08:00', '12:00') },
    { days: [1], ...span('13:00', '18:00', 'mit Termin') },
  ]
  expect(hoursOf(weekOf(hours))).toEqual(hours)
  expect(hoursOf(weekOf([{ days: [3], ...span('08:00', '12:00') }, { days: [1], ...span('08:00', '12:00') }]))).toEqual([{ days: [1, 3], ...span('08:00', '12:00') }])
  expect(hoursOf([[], [], [], [], [], [], []])).toEqual([])
})
