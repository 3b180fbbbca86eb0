// SPDX-License-Identifier: EUPL-1.2
/** Times, prices and ways in words. */

import { expect, test } from 'vitest'
import type { EventDate } from '../api/types'
import { de as general } from '../i18n/de'
import { priceInBrief, priceInFull } from './prices'
import { accessParts, wayTo } from '../ui/way'
import { dayLine, rowLines, timeLine } from './when'
import { de } from './words/de'
import { en } from './words/en'

const plain = (text: string | null | undefined) => text?.replaceAll('\u00a0', ' ')

const CONCERT: EventDate = {
  date: '2026-06-12T19:00',
  starts_at: '2026-06-12T17:00:00Z',
  ends_at: '2026-06-12T19:30:00Z',
  all_day: false,
  first_day: '2026-06-12',
  last_day: '2026-06-12',
  status: 'scheduled',
  note: null,
  previous_start: null,
  place_name: null,
}

test.each<[Partial<EventDate>, string, string]>([
  [{}, 'Freitag, 12. Juni 2026', '19 bis 21:30 Uhr'],
  [{ ends_at: null }, 'Freitag, 12. Juni 2026', '19 Uhr'],
  [{ all_day: true, last_day: '2026-06-14' }, 'Freitag, 12. Juni bis Sonntag, 14. Juni 2026', 'Ganztägig'],
  [{ last_day: '2026-06-14', ends_at: '2026-06-14T10:00:00Z' }, 'Freitag, 12. Juni bis Sonntag, 14. Juni 2026', 'Beginn 19 Uhr, Ende 12 Uhr'],
  [{ last_day: '2026-06-13', ends_at: '2026-06-13T00:00:00Z' }, 'Freitag, 12. Juni 2026', '19 bis 2 Uhr'],
  [{ previous_start: '2026-06-12T18:00:00Z' }, 'Freitag, 12. Juni 2026', '19 bis 21:30 Uhr, statt 20 Uhr'],
  [{ previous_start: '2026-06-05T17:00:00Z' }, 'Freitag, 12. Juni 2026', '19 bis 21:30 Uhr, statt 5. Juni 2026'],
  [{ first_day: '2026-12-31', last_day: '2027-01-01', all_day: true }, 'Donnerstag, 31. Dezember 2026 bis Freitag, 1. Januar 2027', 'Ganztägig'],
])('%o is %s, %s', (change, day, time) => {
  const date = { ...CONCERT, ...change }
  expect(plain(dayLine(date, 'de'))).toBe(day)
  expect(plain(timeLine(date, general.event, de, 'de'))).toBe(time)
})

const ALL_DAY: Partial<EventDate> = { all_day: true, starts_at: '2026-06-11T22:00:00Z', ends_at: '2026-06-12T22:00:00Z' }

test.each<[Partial<EventDate>, string, string, string | null]>([
  [{}, '2026-06-12', '19:00', 'bis 21:30'],
  [{ ends_at: null }, '2026-06-12', '19:00', null],
  [{ last_day: '2026-06-14', ends_at: '2026-06-14T10:00:00Z' }, '2026-06-12', '19:00', 'bis 14. Juni'],
  [{ last_day: '2026-06-14', ends_at: '2026-06-14T10:00:00Z' }, '2026-06-14', 'Läuft', 'bis 12:00'],
  [{ last_day: '2026-06-13', ends_at: '2026-06-13T00:00:00Z' }, '2026-06-12', '19:00', 'bis 2:00'],
  [{ last_day: '2026-06-13', ends_at: '2026-06-13T00:00:00Z' }, '2026-06-13', 'Läuft', 'bis 2:00'],
  [{ previous_start: '2026-06-12T18:00:00Z' }, '2026-06-12', '19:00', 'statt 20:00'],
  [{ previous_start: '2026-06-10T22:30:00Z' }, '2026-06-12', '19:00', 'statt 11. Juni'],
  [ALL_DAY, '2026-06-12', 'Ganztägig', null],
  [{ ...ALL_DAY, previous_start: '2026-06-10T22:00:00Z' }, '2026-06-12', 'Ganztägig', 'statt 11. Juni'],
])('%o under %s reads %s, %s', (change, day, first, second) => {
  const lines = rowLines({ ...CONCERT, ...change }, day, '2026-06-09', general.event, de, 'de')
  expect(lines.map((line) => line && plain(line))).toEqual([first, second])
})

test('a price is said in words, and nothing where nobody knows it', () => {
  expect(plain(priceInBrief({ kind: 'paid', cents: 1200, text: null }, de, 'de'))).toBe('Eintritt 12 €')
  expect(plain(priceInBrief({ kind: 'paid', cents: 450, text: null }, de, 'de'))).toBe('Eintritt 4,50 €')
  expect(priceInBrief({ kind: 'paid', cents: 450, text: null }, en, 'en')).toBe('Admission €4.50')
  expect(priceInBrief({ kind: 'paid', cents: null, text: 'Spende' }, de, 'de')).toBe('Spende')
  expect(priceInBrief({ kind: 'free', cents: null, text: null }, de, 'de')).toBe('Eintritt frei')
  expect(priceInBrief({ kind: 'unknown', cents: null, text: 'egal' }, de, 'de')).toBeNull()
})

test('all prices stand in one line, what is said of them in the next', () => {
  const amounts = [
    { label: '', cents: 1200 },
    { label: 'ermäßigt', cents: 800 },
    { label: 'Kinder', cents: 0 },
  ]
  expect(priceInFull({ kind: 'paid', amounts, text: 'Abendkasse' }, de, 'de')?.map((line) => plain(line))).toEqual(['12 €, ermäßigt 8 €, Kinder frei', 'Abendkasse'])
  expect(priceInFull({ kind: 'free', amounts: [], text: 'Spenden erbeten' }, de, 'de')).toEqual(['Eintritt frei', 'Spenden erbeten'])
  expect(priceInFull({ kind: 'paid', amounts: [], text: 'Hutgeld' }, de, 'de')).toEqual(['Hutgeld', null])
  expect(priceInFull({ kind: 'unknown', amounts: [], text: null }, de, 'de')).toBeNull()
})

test('the way leads into the map of the device, and nowhere without an address', () => {
  const place = { name: 'Burg', address: 'Burgweg 1', lat: 52.14, lon: 12.59 }
  expect(wayTo(place, 'Bad Belzig', 'android')).toBe('geo:52.14,12.59?q=52.14,12.59(Burg)')
  expect(wayTo({ ...place, lat: null, lon: null }, 'Bad Belzig', 'android')).toBe('geo:0,0?q=Burgweg%201%2C%20Bad%20Belzig')
  expect(wayTo(place, 'Bad Belzig', 'ios')).toBe('https://maps.apple.com/?ll=52.14,12.59&q=Burg')
  expect(wayTo({ ...place, address: 'Burgweg 1, 14806 Bad Belzig', lat: null }, 'Bad Belzig', 'desktop')).toBe(
    'https://www.openstreetmap.org/search?query=Burgweg%201%2C%2014806%20Bad%20Belzig',
  )
  expect(wayTo({ name: 'Burg', address: null, lat: null, lon: null }, 'Bad Belzig', 'ios')).toBeNull()
})

test.each([
  ['Rampe am Westtor. Zwei Plätze je Reihe.', 'Rampe am Westtor', 'Zwei Plätze je Reihe.'],
  ['Ohne Stufen\nAufzug im Hof', 'Ohne Stufen', 'Aufzug im Hof'],
  ['Türen 1.2 m breit.', 'Türen 1.2 m breit', ''],
  ['Hilfe, z. B. eine Rampe, auf Anfrage', 'Hilfe, z. B. eine Rampe, auf Anfrage', ''],
  ['Eingang Wittenberger Str. 14', 'Eingang Wittenberger Str. 14', ''],
])('of access %j the first sentence stands out', (text, head, rest) => {
  expect(accessParts(text)).toEqual([head, rest])
})
