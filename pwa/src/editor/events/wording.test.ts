// SPDX-License-Identifier: EUPL-1.2
/** An event's fields read as sentences where two versions are compared, and what is missing leads into them. */

import { expect, test } from 'vitest'
import { de } from '../i18n/de'
import { EMPTY, type Change, type EventContent } from './model'
import { errorsOf, wordingOf } from './wording'

const CATEGORIES = [{ slug: 'musik', name: 'Musik und Bühne' }]
const wording = wordingOf(de, CATEGORIES, 'de')
const change: Change = { at: '2027-03-09T14:30', following: false, status: 'scheduled', note: null, start: null, end: null, title: null, place_name: null }

function read<F extends keyof EventContent>(field: F, value: EventContent[F]): string {
  return wording.words(field, value)
}

test('every field has a name and reads as words', () => {
  expect(new Set(wording.fields)).toEqual(new Set(Object.keys(EMPTY)))
  for (const field of wording.fields) {
    expect(wording.label(field), field).toMatch(/\S/)
    expect(wording.words(field, EMPTY[field]), field).not.toMatch(/undefined|object|null/)
  }
})

test('when it takes place is said in lines', () => {
  const timing = { ...EMPTY.timing, start: '2026-12-08T14:30', end: '2026-12-08T16:30', rrule: 'FREQ=MONTHLY;BYDAY=2TU', excluded: [{ at: '2027-07-13', reason: 'Sommer' }], extra: ['2027-07-20T14:30'] }
  expect(read('timing', timing)).toBe('Di 08.12.2026, 14:30 bis 16:30\nJeden 2. Dienstag im Monat\nAusgenommen: Di 13.07.2027\nZusätzlich: Di 20.07.2027')
  expect(read('timing', { ...timing, all_day: true, start: '2026-12-18', end: '2026-12-20', rrule: null, excluded: [], extra: [] })).toBe('Fr 18.12.2026 bis So 20.12.2026')
  expect(read('timing', EMPTY.timing)).toBe('nichts')
})

test('each changed date says what is different', () => {
  expect(read('changes', [{ ...change, status: 'cancelled', note: 'Sturm' }, { ...change, following: true, start: '2027-03-09T15:00', end: '2027-03-09T17:00', place_name: 'Raum 2' }])).toBe(
    'Di 09.03.2027, 14:30: Fällt aus · Sturm\nDi 09.03.2027, 14:30 und alle folgenden: Di 09.03.2027, 15:00 bis 17:00 · Raum 2',
  )
})

test('price, place and category read as residents know them', () => {
  expect(read('price', { kind: 'paid', amounts: [{ label: 'Erwachsene', cents: 850 }], text: 'Kinder frei' })).toBe('kostet · Erwachsene 8,50 € · Kinder frei')
  expect(read('category', 'musik')).toBe('Musik und Bühne')
  expect(read('place', { name: 'Burg', address: null, lat: null, lon: null, access: 'Rampe' })).toBe('Burg · Rampe')
})

test('what is missing leads into its field', () => {
  const lacks = ['title', 'timing', 'rrule', 'image_alt', 'unpublish_at', 'links', 'registration', 'price', 'place', 'ring_topic']
  const errors = errorsOf(lacks, { ...EMPTY, unpublish_at: '2026-11-20T06:00:00Z' }, new Date('2026-11-23T08:00:00Z'), de, 'de')
  expect(errors.filter(({ field, text }) => field === undefined || !/ /.test(text))).toEqual([])
  expect(errors[4]?.text).toBe('Ablauf liegt vor dem Erscheinen oder ist vorbei (Fr 20.11., 7:00)')
})
