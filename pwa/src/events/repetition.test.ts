// SPDX-License-Identifier: EUPL-1.2
/** Rule and sentence say the same, in both directions and both languages. */

import { expect, test } from 'vitest'
import { fits, repetitionOf, repetitionWords, ruleOf, type Rhythm } from './repetition'

const START = '2026-12-08T14:30'

test.each([
  ['FREQ=DAILY', 'Jeden Tag', 'Every day'],
  ['FREQ=DAILY;INTERVAL=3', 'Alle 3 Tage', 'Every 3 days'],
  ['FREQ=WEEKLY', 'Jeden Dienstag', 'Every Tuesday'],
  ['FREQ=WEEKLY;BYDAY=TH,TU', 'Jeden Dienstag und Donnerstag', 'Every Tuesday and Thursday'],
  ['FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR', 'Montag bis Freitag', 'Monday to Friday'],
  ['FREQ=WEEKLY;INTERVAL=2;BYDAY=TU', 'Alle 2 Wochen, dienstags', 'Every 2 weeks on Tuesday'],
  ['FREQ=MONTHLY;BYDAY=2TU', 'Jeden 2. Dienstag im Monat', 'Every month on the 2nd Tuesday'],
  ['FREQ=MONTHLY;BYDAY=TU;BYSETPOS=2', 'Jeden 2. Dienstag im Monat', 'Every month on the 2nd Tuesday'],
  ['FREQ=MONTHLY;BYDAY=1TU,3TU', 'Jeden 1. und 3. Dienstag im Monat', 'Every month on the 1st and 3rd Tuesday'],
  ['FREQ=MONTHLY;BYDAY=-1FR', 'Jeden letzten Freitag im Monat', 'Every month on the last Friday'],
  ['FREQ=MONTHLY;INTERVAL=3;BYDAY=1MO', 'Alle 3 Monate am 1. Montag', 'Every 3 months on the 1st Monday'],
  ['FREQ=MONTHLY', 'Am 8. jedes Monats', 'Every month on the 8th'],
  ['FREQ=MONTHLY;BYMONTHDAY=31', 'Am 31. jedes Monats', 'Every month on the 31st'],
  ['FREQ=MONTHLY;BYMONTHDAY=-1', 'Am letzten Tag jedes Monats', 'Every month on the last day'],
  ['FREQ=YEARLY', 'Jedes Jahr am 8. Dezember', 'Every year on 8 December'],
  ['FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=29', 'Jedes Jahr am 29. Februar', 'Every year on 29 February'],
  ['FREQ=YEARLY;BYMONTH=7;BYDAY=1SU', 'Jedes Jahr am 1. Sonntag im Juli', 'Every year on the 1st Sunday of July'],
  ['FREQ=WEEKLY;BYDAY=TU;COUNT=10', 'Jeden Dienstag, 10-mal', 'Every Tuesday, 10 times'],
  ['FREQ=WEEKLY;BYDAY=TU;UNTIL=20271231T235959', 'Jeden Dienstag, bis 31.12.2027', 'Every Tuesday, until 31 December 2027'],
])('%s is said as "%s"', (rule, german, english) => {
  expect(repetitionWords(rule, START, 'de')).toBe(german)
  expect(repetitionWords(rule, START, 'en')).toBe(english)
  const read = repetitionOf(rule, START)
  expect(read && repetitionOf(ruleOf(read, false), START)).toEqual(read)
})

test.each([
  'FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1',
  'FREQ=MONTHLY;BYDAY=1TU,2TU,3TU;BYSETPOS=-1',
  'FREQ=WEEKLY;BYDAY=SA;BYMONTH=5,6,7',
  'FREQ=MONTHLY;BYMONTHDAY=1,15',
  'FREQ=YEARLY;BYWEEKNO=20',
  'FREQ=YEARLY;BYDAY=20MO',
  'FREQ=HOURLY',
  'nonsense',
])('%s is no sentence, and stays as it is', (rule) => {
  expect(repetitionWords(rule, START, 'de')).toBeNull()
  const read = repetitionOf(`${rule};COUNT=4`, START)
  expect(read?.rhythm.kind).toBe('other')
  expect(read && ruleOf(read, false)).toMatch(/;COUNT=4$/)
})

test('an end on a day includes that day', () => {
  const until = { kind: 'until', day: '2027-12-31' } as const
  const rhythm: Rhythm = { kind: 'daily', every: 1 }
  expect(ruleOf({ rhythm, end: until }, false)).toBe('FREQ=DAILY;UNTIL=20271231T235959')
  expect(ruleOf({ rhythm, end: until }, true)).toBe('FREQ=DAILY;UNTIL=20271231')
})

test('no rule is no repetition', () => {
  expect(repetitionOf(null, START)).toBeNull()
  expect(repetitionWords(null, START, 'de')).toBeNull()
})

test.each<[Rhythm, string, boolean]>([
  [{ kind: 'weekly', every: 2, days: ['TU'] }, '2026-12-15', true],
  [{ kind: 'weekly', every: 1, days: ['TU'] }, '2026-12-16', false],
  [{ kind: 'monthly-weekday', every: 1, nths: [2], day: 'TU' }, '2026-12-08', true],
  [{ kind: 'monthly-weekday', every: 1, nths: [2], day: 'TU' }, '2026-12-15', false],
  [{ kind: 'monthly-weekday', every: 1, nths: [-1], day: 'FR' }, '2026-12-25', true],
  [{ kind: 'monthly-weekday', every: 1, nths: [-1], day: 'FR' }, '2026-12-18', false],
  [{ kind: 'monthly-weekday', every: 1, nths: [-1], day: 'TH' }, '2026-12-24', false],
  [{ kind: 'monthly-day', every: 1, day: -1 }, '2028-02-29', true],
  [{ kind: 'monthly-day', every: 1, day: 31 }, '2026-12-30', false],
  [{ kind: 'yearly-day', every: 1, day: 24, month: 12 }, '2027-12-24', true],
  [{ kind: 'yearly-weekday', every: 1, nth: 1, day: 'SU', month: 7 }, '2027-07-04', true],
  [{ kind: 'daily', every: 3 }, '2026-12-09', true],
])('%o means %s: %s', (rhythm, day, meant) => expect(fits(rhythm, day)).toBe(meant))
