// SPDX-License-Identifier: EUPL-1.2
import { expect, test } from 'vitest'
import { addressOf, ALL, choiceOf, countedSpan, countOf, listRequest, monthSpan, spanOf, type Choice } from './choice'

const TUESDAY = '2026-06-09'

test.each<[Partial<Choice>, string]>([
  [{}, '/termine'],
  [{ when: 'wochenende', category: 'musik' }, '/termine?zeit=wochenende&kategorie=musik'],
  [{ when: 'monat', day: '2026-06-12' }, '/termine?zeit=monat&tag=2026-06-12'],
  [{ query: 'Grüße & mehr' }, '/termine?q=Gr%C3%BC%C3%9Fe+%26+mehr'],
])('%o has the address %s', (part, address) => {
  const choice = { ...ALL, ...part }
  expect(addressOf(choice)).toBe(address)
  expect(choiceOf(new URLSearchParams(address.split('?')[1]))).toEqual(choice)
})

test.each(['zeit=gestern', 'zeit=monat&tag=2026-02-30', 'zeit=monat&tag=heute', 'tag=2026-13-01', 'zeit=monat&tag=9999-12-15', 'zeit=monat&tag=0000-01-01'])('nonsense in the address is left aside: %s', (text) => {
  expect(choiceOf(new URLSearchParams(text)).day).toBe('')
  expect(['', 'monat']).toContain(choiceOf(new URLSearchParams(text)).when)
})

test.each<[Choice['when'], string, object]>([
  ['', TUESDAY, {}],
  ['heute', TUESDAY, { to: TUESDAY }],
  ['wochenende', TUESDAY, { from: '2026-06-13', to: '2026-06-14' }],
  ['wochenende', '2026-06-13', { to: '2026-06-14' }],
  ['wochenende', '2026-06-14', { to: '2026-06-14' }],
  ['woche', TUESDAY, { to: '2026-06-15' }],
  ['monat', TUESDAY, { from: TUESDAY, to: TUESDAY }],
])('%s on %s is %o', (when, today, span) => {
  expect(spanOf({ ...ALL, when }, today)).toEqual(span)
})

test('a list asks only for what is chosen, so that the same choice is the same copy', () => {
  expect(listRequest(ALL, TUESDAY, 1)).toBe('/api/v1/events?page_size=30')
  expect(listRequest({ ...ALL, when: 'heute', category: 'musik' }, TUESDAY, 2)).toBe(
    `/api/v1/events?to=${TUESDAY}&category=musik&page=2&page_size=30`,
  )
})

test('the filter counts what runs on the first day of a choice, and what begins on the others', () => {
  const day = (day: string, count: number, begins: number) => ({ day, count, begins, cancelled: 0 })
  // A festival from Friday to Sunday, and one thing each on Saturday, on Sunday and a month later.
  const days = [day('2026-06-12', 1, 1), day('2026-06-13', 2, 1), day('2026-06-14', 2, 1), day('2026-07-14', 1, 1)]
  expect(countOf(days, '', TUESDAY)).toBe(4)
  expect(countOf(days, 'woche', TUESDAY)).toBe(3)
  expect(countOf(days, 'wochenende', TUESDAY)).toBe(3)
  expect(countOf(days, 'heute', TUESDAY)).toBe(0)
  expect(countOf(days, 'heute', '2026-06-13')).toBe(2)
  expect(countedSpan(TUESDAY)).toEqual({ to: '2026-09-06' })
  expect(monthSpan('2026-07-20')).toEqual({ from: '2026-07-01', to: '2026-07-31' })
})
