// SPDX-License-Identifier: EUPL-1.2
/** The list says in a few words whether somebody is there. */

import { expect, test } from 'vitest'
import type { Times } from '../../../services/hours'
import { de } from '../../i18n/de'
import { dayName, standing } from './words'

const TIMES: Times = {
  hours: [
    { days: [1, 3], from: '08:00', to: '12:00' },
    { days: [1], from: '13:30', to: '18:00' },
  ],
  exceptions: [{ first_day: '2026-12-01', last_day: '2026-12-01', closed: true, hours: [], text: '' }],
  holidays: ['2026-12-25'],
}

test.each([
  ['2026-11-24T09:00:00+01:00', 'open', 'offen bis 12:00'],
  ['2026-11-24T07:50:00+01:00', 'quiet', 'öffnet 8:00'],
  ['2026-11-24T12:30:00+01:00', 'quiet', 'öffnet 13:30'],
  ['2026-11-24T18:00:00+01:00', 'quiet', 'öffnet Do 26.11., 8:00'],
  ['2026-12-01T09:00:00+01:00', 'closed', 'heute geschlossen'],
  ['2026-12-31T20:00:00+01:00', 'quiet', 'öffnet Di 05.01.2027, 8:00'],
])('at %s', (now, tone, words) => expect(standing(TIMES, new Date(now), de, 'de')).toEqual({ tone, words }))

test('without fixed hours one asks for an appointment, and who has moved away opens no more', () => {
  const now = new Date('2026-11-24T09:00:00+01:00')
  const gone = { first_day: '2026-01-01', last_day: '2099-12-31', closed: true, hours: [], text: 'Umgezogen' }
  expect(standing({ ...TIMES, hours: [], exceptions: [] }, now, de, 'de').words).toBe('nach Vereinbarung')
  expect(standing({ ...TIMES, exceptions: [gone] }, now, de, 'de')).toEqual({ tone: 'closed', words: 'heute geschlossen' })
})

test('a day of this year needs no year', () => {
  expect([dayName('2026-11-26', '2026-11-24', 'de'), dayName('2027-01-07', '2026-11-24', 'en')]).toEqual(['Do 26.11.', 'Thu 07.01.2027'])
})
