// SPDX-License-Identifier: EUPL-1.2
/** "Heute geschlossen" knows the days on which the office is open anyway. */

import { expect, test } from 'vitest'
import type { Times } from '../../../services/hours'
import { choiceAt, closureText, namesIllness } from './closing'

/** Tuesday, Thursday and Friday 8 to 12, Thursday afternoon; the Friday is a holiday. */
const TIMES: Times = {
  hours: [
    { days: [1, 3, 4], from: '08:00', to: '12:00' },
    { days: [3], from: '13:00', to: '18:00' },
  ],
  exceptions: [],
  holidays: ['2026-11-27'],
}
const NEVER: Times = { hours: [], exceptions: [], holidays: [] }

test.each([
  ['before it opens', '2026-11-24T07:50:00+01:00', '2026-11-24', true, '2026-11-26'],
  ['while it is open', '2026-11-24T11:59:00+01:00', '2026-11-24', true, '2026-11-26'],
  ['when it has closed, the next day counts', '2026-11-24T12:00:00+01:00', '2026-11-26', false, '2026-12-01'],
  ['on a day without hours', '2026-11-25T09:00:00+01:00', '2026-11-26', false, '2026-12-01'],
  ['on a holiday', '2026-11-27T09:00:00+01:00', '2026-12-01', false, '2026-12-03'],
  ['late in the evening by the clocks of Berlin', '2026-11-23T23:30:00Z', '2026-11-24', true, '2026-11-26'],
])('%s', (_name, now, first, today, next) => {
  expect(choiceAt(TIMES, new Date(now))).toMatchObject({ first, today, next: { day: next } })
})

test('an office without hours closes today, and nobody says when it opens', () => {
  expect(choiceAt(NEVER, new Date('2026-11-24T09:00:00+01:00'))).toEqual({ first: '2026-11-24', today: true, next: null })
})

test('reason and help become one text', () => {
  expect(closureText('Technik', 'Ab Donnerstag, 8 Uhr wieder da.')).toBe('Technik. Ab Donnerstag, 8 Uhr wieder da.')
  expect(closureText('Wir ziehen um!', 'Bitte anrufen.')).toBe('Wir ziehen um! Bitte anrufen.')
  expect(closureText('', ' Bitte anrufen ')).toBe('Bitte anrufen')
  expect(closureText('Fortbildung', '')).toBe('Fortbildung')
})

test('illness is noticed, ordinary words are not', () => {
  for (const text of ['wegen Krankheit', 'Kollegin erkrankt', 'Grippewelle', 'Arzttermin', 'illness']) expect(namesIllness(text), text).toBe(true)
  for (const text of ['Technik', 'Fortbildung', 'Bitte will jemand anrufen', 'Wir ziehen um', 'bis 12 Uhr im Rathaus', '']) expect(namesIllness(text), text).toBe(false)
})
