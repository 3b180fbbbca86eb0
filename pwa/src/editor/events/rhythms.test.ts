// SPDX-License-Identifier: EUPL-1.2
/** The sentence of selects: what it offers, what choosing makes of it. */

import { expect, test } from 'vitest'
import { repetitionOf, repetitionWords, ruleOf } from '../../events/repetition'
import { de } from '../i18n/de'
import { choose, maybeMeant, partsOf, type Part } from './rhythms'

const START = '2026-12-08T14:30'
const read = (rule: string | null) => repetitionOf(rule, START)

/** The sentence as it stands in the selects. */
function sentence(rule: string | null): string {
  return partsOf(read(rule), de)
    .map(({ value, options }) => options.find((option) => option.value === value)?.label ?? '?')
    .join(' · ')
}

/** The rule after these choices, from a single event on. */
function chosen(rule: string | null, ...choices: [Part['name'], string][]): string | null {
  const made = choices.reduce((before, [name, value]) => choose(before, name, value, START), read(rule))
  return made && ruleOf(made, false)
}

test.each([
  [null, 'einmalig'],
  ['FREQ=DAILY', 'jeden Tag · ohne Ende'],
  ['FREQ=WEEKLY;BYDAY=TU', 'jede Woche · am Dienstag · ohne Ende'],
  ['FREQ=WEEKLY;BYDAY=TU,TH', 'jede Woche · an mehreren Tagen · ohne Ende'],
  ['FREQ=WEEKLY;INTERVAL=6;BYDAY=TU', 'alle 6 Wochen · am Dienstag · ohne Ende'],
  ['FREQ=MONTHLY;BYDAY=2TU', 'jeden 2. · Dienstag · im Monat · ohne Ende'],
  ['FREQ=MONTHLY;BYDAY=1TU,3TU;COUNT=4', 'jeden 1. und 3. · Dienstag · im Monat · nach einer Anzahl'],
  ['FREQ=MONTHLY;INTERVAL=5;BYDAY=-1FR', 'jeden letzten · Freitag · alle 5 Monate · ohne Ende'],
  ['FREQ=MONTHLY;BYMONTHDAY=31', 'am · 31. · jedes Monats · ohne Ende'],
  ['FREQ=YEARLY;BYMONTH=7;BYDAY=1SU', 'jeden 1. · Sonntag · im Juli · ohne Ende'],
  ['FREQ=YEARLY;BYMONTH=12;BYMONTHDAY=24;UNTIL=20301231T235959', 'am · 24. · Dezember · bis zu einem Tag'],
  ['FREQ=WEEKLY;BYDAY=SA;BYMONTH=5', 'nach eigener Regel · ohne Ende'],
])('%s reads "%s"', (rule, words) => expect(sentence(rule)).toBe(words))

test.each<[string, string | null, [Part['name'], string][], string | null]>([
  ['every week begins on the day of the start', null, [['how', 'weekly:1']], 'FREQ=WEEKLY;BYDAY=TU'],
  ['every second Tuesday', null, [['how', 'nth:2']], 'FREQ=MONTHLY;BYDAY=2TU'],
  ['another weekday', 'FREQ=MONTHLY;BYDAY=2TU', [['which', 'FR']], 'FREQ=MONTHLY;BYDAY=2FR'],
  ['another month', 'FREQ=MONTHLY;BYDAY=2TU', [['span', 'y1:7']], 'FREQ=YEARLY;BYMONTH=7;BYDAY=2TU'],
  ['the weekday stays when the pace changes', 'FREQ=MONTHLY;BYDAY=2FR', [['how', 'weekly:2']], 'FREQ=WEEKLY;INTERVAL=2;BYDAY=FR'],
  ['several days are at least two', 'FREQ=WEEKLY;BYDAY=TU', [['which', 'several']], 'FREQ=WEEKLY;BYDAY=TU,WE'],
  ['a date of the month', null, [['how', 'day']], 'FREQ=MONTHLY;BYMONTHDAY=8'],
  ['a date of the year', 'FREQ=MONTHLY;BYMONTHDAY=8', [['span', 'y1:12']], 'FREQ=YEARLY;BYMONTH=12;BYMONTHDAY=8'],
  ['the last day has no place in a year', 'FREQ=YEARLY;BYMONTH=12;BYMONTHDAY=8', [['which', '-1']], 'FREQ=MONTHLY;BYMONTHDAY=-1'],
  ['ten times', 'FREQ=DAILY', [['end', 'count']], 'FREQ=DAILY;COUNT=10'],
  ['half a year', 'FREQ=DAILY', [['end', 'until']], 'FREQ=DAILY;UNTIL=20270630T235959'],
  ['without end again', 'FREQ=DAILY;COUNT=10', [['end', 'never']], 'FREQ=DAILY'],
  ['once', 'FREQ=DAILY', [['how', 'once']], null],
  ['a rule of its own stays until another is chosen', 'FREQ=WEEKLY;BYDAY=SA;BYMONTH=5', [['end', 'count']], 'FREQ=WEEKLY;BYDAY=SA;BYMONTH=5;COUNT=10'],
])('choosing: %s', (_name, rule, choices, expected) => expect(chosen(rule, ...choices)).toBe(expected))

test('every word of every select leads to a rule that can be said', () => {
  for (const rule of ['FREQ=DAILY', 'FREQ=WEEKLY;BYDAY=TU', 'FREQ=MONTHLY;BYDAY=2TU', 'FREQ=MONTHLY;BYMONTHDAY=8', 'FREQ=YEARLY;BYMONTH=7;BYDAY=1SU', 'FREQ=YEARLY;BYMONTH=12;BYMONTHDAY=24'])
    for (const { name, options } of partsOf(read(rule), de))
      for (const { value } of options) {
        const made = chosen(rule, [name, value])
        if (value !== 'once') expect(repetitionWords(made, START, 'de'), `${rule}, ${name} ${value}`).not.toBeNull()
      }
})

test('only "jeden 2. …" is asked about', () => {
  const meant = (rule: string) => {
    const found = read(rule)
    const other = found && maybeMeant(found)
    return other && ruleOf(other, false)
  }
  expect(meant('FREQ=MONTHLY;BYDAY=2TU;COUNT=5')).toBe('FREQ=WEEKLY;INTERVAL=2;BYDAY=TU;COUNT=5')
  expect([meant('FREQ=MONTHLY;BYDAY=3TU'), meant('FREQ=MONTHLY;INTERVAL=3;BYDAY=2TU'), meant('FREQ=MONTHLY;BYDAY=2TU,4TU'), meant('FREQ=WEEKLY;BYDAY=TU')]).toEqual([null, null, null, null])
})
