// SPDX-License-Identifier: EUPL-1.2
import { expect, test } from 'vitest'
import { at, type Times } from './hours'
import { daysInWords, hoursLong, hoursShort, standingOf } from './saying'
import { de } from './words/detail-de'
import { en } from './words/detail-en'

const times: Times = {
  hours: [
    { days: [1, 3, 4], from: '09:00', to: '12:30', note: '' },
    { days: [1], from: '13:00', to: '18:00', note: 'nur mit Termin' },
  ],
  exceptions: [
    { first_day: '2026-11-26', last_day: '2026-11-26', closed: true, hours: [], text: 'Umzug' },
    { first_day: '2026-12-24', last_day: '2026-12-24', closed: false, hours: [{ from: '09:00', to: '10:00', note: '' }], text: '' },
  ],
  holidays: ['2026-12-25', '2027-01-01'],
}

const plain = (text: string) => text.replace(/\u00a0/g, ' ')

function said(moment: string): string {
  const now = new Date(moment)
  const { word, rest } = standingOf(at(times, now), moment.slice(0, 10), de.open, 'de')
  return plain([word, rest].filter(Boolean).join(' · '))
}

test.each([
  ['2026-11-24T10:00:00+01:00', 'Jetzt geöffnet · bis 12:30 Uhr'],
  ['2026-11-24T14:00:00+01:00', 'Jetzt geöffnet · bis 18 Uhr, nur mit Termin'],
  ['2026-11-24T12:45:00+01:00', 'Geschlossen · öffnet heute um 13 Uhr'],
  ['2026-11-24T19:00:00+01:00', 'Geschlossen · öffnet Freitag um 9 Uhr'],
  ['2026-11-26T10:00:00+01:00', 'Heute geschlossen · öffnet morgen um 9 Uhr'],
  ['2026-12-24T11:00:00+01:00', 'Geschlossen · öffnet Dienstag um 9 Uhr'],
  ['2026-12-25T10:00:00+01:00', 'Heute Feiertag · öffnet Dienstag um 9 Uhr'],
])('at %s it says: %s', (moment, words) => {
  expect(said(moment)).toBe(words)
})

test('an opening more than a week away has its date, none at all is not made up', () => {
  const far: Times = { hours: [{ days: [0], from: '09:00', to: '12:00' }], exceptions: [{ first_day: '2026-11-24', last_day: '2026-12-02', closed: true, hours: [], text: '' }], holidays: [] }
  expect(plain(standingOf(at(far, new Date('2026-11-24T08:00:00Z')), '2026-11-24', de.open, 'de').rest)).toBe('öffnet Montag, 7. Dezember um 9 Uhr')
  const never: Times = { hours: [], exceptions: [], holidays: [] }
  expect(standingOf(at(never, new Date('2026-11-24T08:00:00Z')), '2026-11-24', de.open, 'de')).toEqual({ open: false, word: 'Nach Vereinbarung', rest: '' })
})

test('hours are short for the eye and whole for the ear', () => {
  const { blocks } = at(times, new Date('2026-11-24T08:00:00Z')).today
  expect(hoursShort(blocks, de.open, 'de')).toBe('9–12:30 und 13–18 (nur mit Termin)')
  expect(hoursLong(blocks, de.open, 'de')).toBe('9 bis 12:30 Uhr und 13 bis 18 Uhr (nur mit Termin)')
  expect(hoursShort(blocks.slice(0, 1), en.open, 'en')).toBe('9:00–12:30')
  expect(hoursShort([], de.open, 'de')).toBe('geschlossen')
  const three = [8, 10, 12].map((hour) => ({ from: `${String(hour).padStart(2, '0')}:00`, to: `${String(hour + 1).padStart(2, '0')}:00`, note: '' }))
  expect(hoursShort(three, de.open, 'de')).toBe('8–9, 10–11 und 12–13')
})

test.each([
  ['2026-12-25', '2026-12-25', 'Freitag, 25. Dezember'],
  ['2026-12-24', '2026-12-31', '24. bis 31. Dezember'],
  ['2026-12-24', '2027-01-03', '24. Dezember bis 3. Januar'],
])('%s to %s is %s', (first, last, words) => {
  expect(plain(daysInWords(first, last, de.open, 'de'))).toBe(words)
})

test('English says the same', () => {
  const { word, rest } = standingOf(at(times, new Date('2026-11-24T09:00:00Z')), '2026-11-24', en.open, 'en')
  expect(`${word} ${rest}`).toBe('Open now until 12:30')
})
