// SPDX-License-Identifier: EUPL-1.2
/** The repetition as a sentence of selects: which words each select offers, and what choosing one makes of the whole. Pure. */

import { nthOf, WEEKDAYS, weekdayOf, type End, type Repetition, type Rhythm, type Weekday } from '../../events/repetition'
import type { Words } from '../i18n'
import type { Option } from '../ui/fields'

/** One select of the sentence. */
export interface Part {
  name: 'how' | 'which' | 'span' | 'end'
  value: string
  options: Option[]
}

const PACES = [1, 2, 3, 4]
const NTHS = ['1', '2', '3', '4', '-1', '1,3', '2,4']
const MONTHS = Array.from({ length: 12 }, (_, at) => at + 1)
const DAYS = [...Array.from({ length: 31 }, (_, at) => at + 1), -1]

/** The first select: how often. */
function howOf(rhythm: Rhythm | undefined): string {
  switch (rhythm?.kind) {
    case undefined:
      return 'once'
    case 'daily':
      return `daily:${rhythm.every}`
    case 'weekly':
      return `weekly:${rhythm.every}`
    case 'monthly-weekday':
      return `nth:${rhythm.nths.join()}`
    case 'yearly-weekday':
      return `nth:${rhythm.nth}`
    case 'monthly-day':
    case 'yearly-day':
      return 'day'
    case 'other':
      return 'other'
  }
}

/** What stands there stays offered, also where it is no usual choice. */
function offered(options: Option[], value: string, label: () => string): Option[] {
  return options.some((option) => option.value === value) ? options : [...options, { value, label: label() }]
}

function howPart(rhythm: Rhythm | undefined, t: Words): Part {
  const words = t.events.repeat
  const value = howOf(rhythm)
  const options: Option[] = [
    { value: 'once', label: words.once },
    { value: 'daily:1', label: words.daily(1) },
    ...PACES.map((every) => ({ value: `weekly:${every}`, label: words.weekly(every) })),
    ...NTHS.map((nths) => ({ value: `nth:${nths}`, label: words.nth(nths.split(',').map(Number)) })),
    { value: 'day', label: words.onDay },
  ]
  const [kind = '', detail = ''] = value.split(':')
  const label = () =>
    kind === 'daily' ? words.daily(Number(detail)) : kind === 'weekly' ? words.weekly(Number(detail)) : kind === 'nth' ? words.nth(detail.split(',').map(Number)) : words.other
  return { name: 'how', value, options: offered(options, value, label) }
}

function whichPart(rhythm: Rhythm, t: Words): Part | undefined {
  const words = t.events.repeat
  const weekdays = (label: (day: Weekday) => string) => WEEKDAYS.map((day) => ({ value: day, label: label(day) }))
  switch (rhythm.kind) {
    case 'weekly':
      return {
        name: 'which',
        value: rhythm.days.length === 1 ? (rhythm.days[0] ?? '') : 'several',
        options: [...weekdays((day) => words.onWeekday(words.days[day])), { value: 'several', label: words.several }],
      }
    case 'monthly-weekday':
    case 'yearly-weekday':
      return { name: 'which', value: rhythm.day, options: weekdays((day) => words.days[day]) }
    case 'monthly-day':
    case 'yearly-day':
      return { name: 'which', value: String(rhythm.day), options: DAYS.map((day) => ({ value: String(day), label: words.monthDay(day) })) }
    default:
      return undefined
  }
}

function spanPart(rhythm: Rhythm, t: Words): Part | undefined {
  if (!('every' in rhythm) || rhythm.kind === 'daily' || rhythm.kind === 'weekly') return undefined
  const words = t.events.repeat
  const named = rhythm.kind === 'monthly-weekday' || rhythm.kind === 'yearly-weekday'
  const monthly = [1, 2, 3, 6].map((every) => ({ value: `m${every}`, label: named ? words.inMonths(every) : words.ofMonths(every) }))
  const severalNths = rhythm.kind === 'monthly-weekday' && rhythm.nths.length > 1
  // "the last day" has no place in a year unless a month is named, and that has a number.
  const yearly = severalNths || (rhythm.kind === 'monthly-day' && rhythm.day === -1) ? [] : MONTHS.map((month) => ({ value: `y1:${month}`, label: named ? words.inMonth(month) : words.ofMonth(month) }))
  const value = 'month' in rhythm ? `y${rhythm.every}:${rhythm.month}` : `m${rhythm.every}`
  const label = () => ('month' in rhythm ? words.everyYears(rhythm.every, rhythm.month) : named ? words.inMonths(rhythm.every) : words.ofMonths(rhythm.every))
  return { name: 'span', value, options: offered([...monthly, ...yearly], value, label) }
}

function endPart({ kind }: End, t: Words): Part {
  const words = t.events.repeat
  return {
    name: 'end',
    value: kind,
    options: [
      { value: 'never', label: words.never },
      { value: 'until', label: words.until },
      { value: 'count', label: words.count },
    ],
  }
}

/** The selects from left to right; a single event has one. */
export function partsOf(repetition: Repetition | null, t: Words): Part[] {
  if (repetition === null) return [howPart(undefined, t)]
  const { rhythm, end } = repetition
  return [howPart(rhythm, t), whichPart(rhythm, t), spanPart(rhythm, t), endPart(end, t)].filter((part) => part !== undefined)
}

function chooseHow(value: string, before: Rhythm | undefined, start: string): Rhythm | null {
  const [kind, detail = ''] = value.split(':')
  const weekday = before !== undefined && 'day' in before && typeof before.day === 'string' ? before.day : before?.kind === 'weekly' ? before.days[0] : undefined
  const day = weekday ?? weekdayOf(start)
  const [date, month] = [Number(start.slice(8, 10)), Number(start.slice(5, 7))]
  switch (kind) {
    case 'daily':
      return { kind: 'daily', every: Number(detail) }
    case 'weekly':
      return { kind: 'weekly', every: Number(detail), days: before?.kind === 'weekly' ? before.days : [day] }
    case 'nth': {
      const nths = detail.split(',').map(Number)
      const [nth = nthOf(start)] = nths
      if (before?.kind === 'yearly-weekday' && nths.length === 1) return { ...before, nth }
      return { kind: 'monthly-weekday', every: before?.kind === 'monthly-weekday' ? before.every : 1, nths, day }
    }
    case 'day':
      return before?.kind === 'yearly-weekday' ? { kind: 'yearly-day', every: 1, day: date, month } : { kind: 'monthly-day', every: 1, day: date }
    default:
      return before?.kind === 'other' && value === 'other' ? before : null
  }
}

function chooseWhich(rhythm: Rhythm, value: string, start: string): Rhythm {
  switch (rhythm.kind) {
    case 'weekly':
      return { ...rhythm, days: value === 'several' ? WEEKDAYS.filter((day) => rhythm.days.includes(day) || day === otherThan(rhythm.days, start)) : [value as Weekday] }
    case 'monthly-weekday':
    case 'yearly-weekday':
      return { ...rhythm, day: value as Weekday }
    case 'monthly-day':
      return { ...rhythm, day: Number(value) }
    case 'yearly-day':
      return Number(value) === -1 ? { kind: 'monthly-day', every: 1, day: -1 } : { ...rhythm, day: Number(value) }
    default:
      return rhythm
  }
}

/** Several days are at least two: the one of the start, else the one after. */
function otherThan(days: Weekday[], start: string): Weekday | undefined {
  const first = weekdayOf(start)
  return days.includes(first) ? WEEKDAYS[(WEEKDAYS.indexOf(days.at(-1) ?? first) + 1) % 7] : first
}

function chooseSpan(rhythm: Rhythm, value: string): Rhythm {
  const every = Number(/^[my](\d+)/.exec(value)?.[1] ?? 1)
  const month = Number(value.split(':')[1])
  switch (rhythm.kind) {
    case 'monthly-weekday':
    case 'yearly-weekday': {
      const nths = 'nths' in rhythm ? rhythm.nths : [rhythm.nth]
      return month > 0 ? { kind: 'yearly-weekday', every, nth: nths[0] ?? 1, day: rhythm.day, month } : { kind: 'monthly-weekday', every, nths, day: rhythm.day }
    }
    case 'monthly-day':
    case 'yearly-day':
      return month > 0 ? { kind: 'yearly-day', every, day: rhythm.day, month } : { kind: 'monthly-day', every, day: rhythm.day }
    default:
      return rhythm
  }
}

/** What choosing a word in one of the selects makes of the repetition; null: it takes place once. */
export function choose(repetition: Repetition | null, name: Part['name'], value: string, start: string): Repetition | null {
  if (name === 'how') {
    const rhythm = chooseHow(value, repetition?.rhythm, start)
    return rhythm && { rhythm, end: repetition?.end ?? { kind: 'never' } }
  }
  if (repetition === null) return null
  const { rhythm, end } = repetition
  if (name === 'which') return { rhythm: chooseWhich(rhythm, value, start), end }
  if (name === 'span') return { rhythm: chooseSpan(rhythm, value), end }
  if (value === end.kind) return repetition
  // Half a year on, and ten times, are where one begins to choose.
  const ends: Record<string, End> = { until: { kind: 'until', day: monthsLater(start, 6) }, count: { kind: 'count', count: 10 } }
  return { rhythm, end: ends[value] ?? { kind: 'never' } }
}

function monthsLater(start: string, months: number): string {
  const [year, month] = [Number(start.slice(0, 4)), Number(start.slice(5, 7))]
  return new Date(Date.UTC(year, month - 1 + months + 1, 0)).toISOString().slice(0, 10)
}

/** "Jeden 2. Dienstag" is often meant as every second week: the repetition that says so, where one may have meant it. */
export function maybeMeant({ rhythm, end }: Repetition): Repetition | null {
  if (rhythm.kind !== 'monthly-weekday' || rhythm.every !== 1 || rhythm.nths.join() !== '2') return null
  return { rhythm: { kind: 'weekly', every: 2, days: [rhythm.day] }, end }
}
