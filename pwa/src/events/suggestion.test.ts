// SPDX-License-Identifier: EUPL-1.2
import { expect, test } from 'vitest'
import type { Draft } from '../offline/suggestions'
import { complaints, suggestionOf } from './suggestion'

const TODAY = '2026-06-09'
const DRAFT: Draft = {
  id: '6f1c0b6e-8a51-4a54-9d0a-2c1a5f0f3a11',
  secret: 'geheim',
  begun: Date.parse('2026-06-09T10:00:00Z'),
  title: ' Sommerfest ',
  startDay: '2026-06-12',
  startTime: '14:00',
  endDay: '',
  endTime: '',
  allDay: false,
  place: 'Feuerwehr',
  organiser: '',
  description: '',
  link: '',
  name: 'Kim',
  email: 'kim@example.org',
  phone: '',
}

test.each<[Partial<Draft>, string[]]>([
  [{}, []],
  [{ title: '  ', place: '', name: '' }, ['title title', 'place place', 'name name']],
  [{ startDay: '', startTime: '' }, ['startDay start']],
  [{ startTime: '' }, ['startTime start']],
  [{ startTime: '', allDay: true }, []],
  [{ startDay: '', allDay: true }, ['startDay startDay']],
  [{ startDay: '2026-06-08' }, ['startDay past']],
  [{ startDay: TODAY }, []],
  [{ endTime: '13:00' }, ['endTime end']],
  [{ endTime: '13:00', endDay: '2026-06-13' }, []],
  [{ endDay: '2026-06-11', endTime: '13:00' }, ['endDay end']],
  [{ endDay: '2026-06-13' }, ['endTime endTime']],
  [{ endDay: '2026-06-12' }, []],
  [{ allDay: true, endDay: '2026-06-13' }, []],
  [{ link: 'example.org' }, ['link link']],
  [{ link: 'javascript:alert(1)' }, ['link link']],
  [{ link: ' https://example.org/fest ' }, []],
  [{ email: '', phone: '' }, ['email contact']],
  [{ email: '', phone: '033841 1' }, []],
  [{ email: 'kim@', phone: '033841 1' }, ['email email']],
])('of %o is said %o', (change, said) => {
  expect(complaints({ ...DRAFT, ...change }, TODAY).map((each) => each.join(' '))).toEqual(said)
})

test('what is sent is trimmed, and what was left out is left out', () => {
  const sent = suggestionOf({ ...DRAFT, endTime: '18:00' }, '', DRAFT.begun + 4201)
  expect(sent).toMatchObject({ title: 'Sommerfest', start: '2026-06-12T14:00', end: '2026-06-12T18:00', link: null, elapsed_ms: 4201, website: '' })
  expect(sent.contact).toEqual({ name: 'Kim', email: 'kim@example.org', phone: null })
  expect(JSON.stringify(sent)).not.toContain('geheim')
})

test('what lasts all day has days and no hours', () => {
  const sent = suggestionOf({ ...DRAFT, allDay: true, endDay: '2026-06-14' }, '', DRAFT.begun)
  expect([sent.start, sent.end, sent.all_day]).toEqual(['2026-06-12', '2026-06-14', true])
})

test('a clock that was set back meanwhile does not make a machine of a person', () => {
  expect(suggestionOf(DRAFT, '', DRAFT.begun - 3_600_000).elapsed_ms).toBe(3_600_000)
})
