// SPDX-License-Identifier: EUPL-1.2
/**
 * How an event repeats, between the calendar's rule (RFC 5545) and a sentence of everyday words in both languages.
 * Pure. Which dates come of it is the server's to say; knows no page.
 */

import type { Language } from '../i18n'

export const WEEKDAYS = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'] as const
export type Weekday = (typeof WEEKDAYS)[number]

export type Rhythm =
  | { kind: 'daily'; every: number }
  | { kind: 'weekly'; every: number; days: Weekday[] }
  /** "jeden 2. Dienstag": -1 is the last one. */
  | { kind: 'monthly-weekday'; every: number; nths: number[]; day: Weekday }
  /** -1 is the last day of the month. */
  | { kind: 'monthly-day'; every: number; day: number }
  | { kind: 'yearly-weekday'; every: number; nth: number; day: Weekday; month: number }
  | { kind: 'yearly-day'; every: number; day: number; month: number }
  /** A rule that nobody says in one sentence; kept as it is. */
  | { kind: 'other'; rule: string }

/** `day`: "2027-12-31", the last on which it may take place. */
export type End = { kind: 'never' } | { kind: 'until'; day: string } | { kind: 'count'; count: number }

export interface Repetition {
  rhythm: Rhythm
  end: End
}

const SAID = ['FREQ', 'INTERVAL', 'BYDAY', 'BYMONTHDAY', 'BYSETPOS', 'BYMONTH', 'COUNT', 'UNTIL', 'WKST']

/** A local date ("2026-12-08…") as a day without a clock. */
function dateOf(local: string): Date {
  return new Date(`${local.slice(0, 10)}T00:00:00Z`)
}

export function weekdayOf(local: string): Weekday {
  return WEEKDAYS[(dateOf(local).getUTCDay() + 6) % 7] ?? 'MO'
}

/** "1.", "2." … of its weekday in the month. */
export function nthOf(local: string): number {
  return Math.ceil(Number(local.slice(8, 10)) / 7)
}

function partsOf(rule: string): Map<string, string> {
  const pairs = rule.replace(/^RRULE:/i, '').split(';').filter(Boolean)
  return new Map(pairs.map((pair) => [pair.split('=')[0]?.toUpperCase() ?? '', pair.split('=')[1]?.toUpperCase() ?? '']))
}

function numbers(text: string | undefined): number[] {
  return text === undefined ? [] : text.split(',').map(Number)
}

/** "2TU,-1FR" → [{ nth: 2, day: 'TU' }, …]; without a number `nth` is 0. */
function daysOf(text: string | undefined): { nth: number; day: Weekday }[] {
  return (text ?? '').split(',').filter(Boolean).flatMap((each) => {
    const match = /^([+-]?\d+)?(MO|TU|WE|TH|FR|SA|SU)$/.exec(each)
    return match === null ? [] : [{ nth: Number(match[1] ?? 0), day: match[2] as Weekday }]
  })
}

function endOf(parts: Map<string, string>): End {
  const [count, until] = [parts.get('COUNT'), parts.get('UNTIL')]
  if (count !== undefined) return { kind: 'count', count: Number(count) }
  if (until === undefined) return { kind: 'never' }
  return { kind: 'until', day: `${until.slice(0, 4)}-${until.slice(4, 6)}-${until.slice(6, 8)}` }
}

function rhythmOf(parts: Map<string, string>, start: string): Rhythm | undefined {
  if ([...parts.keys()].some((name) => !SAID.includes(name))) return undefined
  const every = Number(parts.get('INTERVAL') ?? 1)
  const [days, dates, months, places] = [
    daysOf(parts.get('BYDAY')),
    ...['BYMONTHDAY', 'BYMONTH', 'BYSETPOS'].map((name) => numbers(parts.get(name))),
  ] as [ReturnType<typeof daysOf>, number[], number[], number[]]
  const plain = dates.length === 0 && months.length === 0 && places.length === 0
  const single = new Set(days.map(({ day }) => day)).size === 1 ? days[0]?.day : undefined
  const placed = places.length > 0
  const nths = placed && days.length === 1 ? places : days.map(({ nth }) => nth)
  // "the last of the first, second and third Tuesday" is no sentence.
  const clear = !placed || (days.length === 1 && days[0]?.nth === 0)
  const nthed = clear && single !== undefined && dates.length === 0 && nths.every((nth) => nth !== 0 && nth >= -1 && nth <= 5)
  const dated = days.length === 0 && places.length === 0 && dates.length <= 1
  const day = dates[0] ?? Number(start.slice(8, 10))
  const [month = Number(start.slice(5, 7))] = months
  switch (parts.get('FREQ')) {
    case 'DAILY':
      return plain && days.length === 0 ? { kind: 'daily', every } : undefined
    case 'WEEKLY':
      if (!plain || days.some(({ nth }) => nth !== 0)) return undefined
      return { kind: 'weekly', every, days: days.length === 0 ? [weekdayOf(start)] : WEEKDAYS.filter((each) => days.some((one) => one.day === each)) }
    case 'MONTHLY':
      if (months.length > 0) return undefined
      if (nthed && single !== undefined) return { kind: 'monthly-weekday', every, nths, day: single }
      return dated && day >= -1 ? { kind: 'monthly-day', every, day } : undefined
    case 'YEARLY': {
      const [nth = 0] = nths
      // Without a month "the second Sunday" would be the year's.
      if (nthed && single !== undefined && nths.length === 1 && months.length === 1) return { kind: 'yearly-weekday', every, nth, day: single, month }
      return dated && months.length <= 1 && day > 0 && (dates.length === 0 || months.length === 1) ? { kind: 'yearly-day', every, day, month } : undefined
    }
    default:
      return undefined
  }
}

/** What a rule says; `start` fills in what the rule leaves to the first date. */
export function repetitionOf(rule: string | null, start: string): Repetition | null {
  if (rule === null) return null
  const parts = partsOf(rule)
  const end = endOf(parts)
  const without = [...parts].filter(([name]) => name !== 'COUNT' && name !== 'UNTIL').map(([name, value]) => `${name}=${value}`)
  return { rhythm: rhythmOf(parts, start) ?? { kind: 'other', rule: without.join(';') }, end }
}

function ruleOfRhythm(rhythm: Rhythm): string {
  const pace = 'every' in rhythm && rhythm.every > 1 ? `;INTERVAL=${rhythm.every}` : ''
  switch (rhythm.kind) {
    case 'daily':
      return `FREQ=DAILY${pace}`
    case 'weekly':
      return `FREQ=WEEKLY${pace};BYDAY=${rhythm.days.join(',')}`
    case 'monthly-weekday':
      return `FREQ=MONTHLY${pace};BYDAY=${rhythm.nths.map((nth) => `${nth}${rhythm.day}`).join(',')}`
    case 'monthly-day':
      return `FREQ=MONTHLY${pace};BYMONTHDAY=${rhythm.day}`
    case 'yearly-weekday':
      return `FREQ=YEARLY${pace};BYMONTH=${rhythm.month};BYDAY=${rhythm.nth}${rhythm.day}`
    case 'yearly-day':
      return `FREQ=YEARLY${pace};BYMONTH=${rhythm.month};BYMONTHDAY=${rhythm.day}`
    case 'other':
      return rhythm.rule
  }
}

/** The rule that says this. An end on a day includes that day, whatever the hour. */
export function ruleOf({ rhythm, end }: Repetition, allDay: boolean): string {
  const rule = ruleOfRhythm(rhythm)
  if (end.kind === 'count') return `${rule};COUNT=${end.count}`
  return end.kind === 'until' ? `${rule};UNTIL=${end.day.replaceAll('-', '')}${allDay ? '' : 'T235959'}` : rule
}

/** Whether a day is one of those that the rhythm means, intervals left aside. */
export function fits(rhythm: Rhythm, local: string): boolean {
  const [month, day] = [Number(local.slice(5, 7)), Number(local.slice(8, 10))]
  const last = new Date(Date.UTC(Number(local.slice(0, 4)), month, 0)).getUTCDate()
  const nth = (wanted: number) => nthOf(local) === wanted || (wanted === -1 && day > last - 7)
  switch (rhythm.kind) {
    case 'weekly':
      return rhythm.days.includes(weekdayOf(local))
    case 'monthly-weekday':
      return rhythm.day === weekdayOf(local) && rhythm.nths.some(nth)
    case 'monthly-day':
      return day === (rhythm.day === -1 ? last : rhythm.day)
    case 'yearly-weekday':
      return rhythm.month === month && rhythm.day === weekdayOf(local) && nth(rhythm.nth)
    case 'yearly-day':
      return rhythm.month === month && rhythm.day === day
    default:
      return true
  }
}

/** "Jeden 2. Dienstag im Monat, bis 31.12.2027"; null where there is no rule or none that a sentence can say. */
export function repetitionWords(rule: string | null, start: string, language: Language): string | null {
  const found = repetitionOf(rule, start)
  if (found === null || found.rhythm.kind === 'other') return null
  return sentences[language].rhythm(found.rhythm) + sentences[language].end(found.end)
}

interface Sentences {
  rhythm(rhythm: Exclude<Rhythm, { kind: 'other' }>): string
  end(end: End): string
}

const WORKDAYS = WEEKDAYS.slice(0, 5).join()

function listed(names: string[], and: string): string {
  return names.length > 1 ? `${names.slice(0, -1).join(', ')} ${and} ${names.at(-1)}` : names.join('')
}

function dayNames(locale: string): Record<Weekday, string> {
  const named = new Intl.DateTimeFormat(locale, { weekday: 'long', timeZone: 'UTC' })
  // The fifth of January 2026 is a Monday.
  return Object.fromEntries(WEEKDAYS.map((day, at) => [day, named.format(Date.UTC(2026, 0, 5 + at))])) as Record<Weekday, string>
}

function monthName(locale: string, month: number): string {
  return new Intl.DateTimeFormat(locale, { month: 'long', timeZone: 'UTC' }).format(Date.UTC(2026, month - 1, 1))
}

function german(): Sentences {
  const days = dayNames('de-DE')
  const nth = (number: number, letzt: string) => (number === -1 ? letzt : `${number}.`)
  const month = (number: number) => monthName('de-DE', number)
  return {
    rhythm(it) {
      switch (it.kind) {
        case 'daily':
          return it.every === 1 ? 'Jeden Tag' : `Alle ${it.every} Tage`
        case 'weekly':
          if (it.every > 1) return `Alle ${it.every} Wochen, ${listed(it.days.map((day) => `${days[day].toLowerCase()}s`), 'und')}`
          if (it.days.length === 7) return 'Jeden Tag'
          return it.days.join() === WORKDAYS ? 'Montag bis Freitag' : `Jeden ${listed(it.days.map((day) => days[day]), 'und')}`
        case 'monthly-weekday':
          return it.every === 1
            ? `Jeden ${listed(it.nths.map((one) => nth(one, 'letzten')), 'und')} ${days[it.day]} im Monat`
            : `Alle ${it.every} Monate am ${listed(it.nths.map((one) => nth(one, 'letzten')), 'und')} ${days[it.day]}`
        case 'monthly-day':
          return it.every === 1 ? `Am ${nth(it.day, 'letzten Tag')} jedes Monats` : `Alle ${it.every} Monate am ${nth(it.day, 'letzten Tag')}`
        case 'yearly-weekday':
          return `${it.every === 1 ? 'Jedes Jahr' : `Alle ${it.every} Jahre`} am ${nth(it.nth, 'letzten')} ${days[it.day]} im ${month(it.month)}`
        case 'yearly-day':
          return `${it.every === 1 ? 'Jedes Jahr' : `Alle ${it.every} Jahre`} am ${it.day}. ${month(it.month)}`
      }
    },
    end: (end) =>
      end.kind === 'never' ? '' : end.kind === 'count' ? `, ${end.count}-mal` : `, bis ${end.day.slice(8)}.${end.day.slice(5, 7)}.${end.day.slice(0, 4)}`,
  }
}

function english(): Sentences {
  const days = dayNames('en-GB')
  const ordinal = (number: number) => `${number}${number % 10 === 1 && number !== 11 ? 'st' : number % 10 === 2 && number !== 12 ? 'nd' : number % 10 === 3 && number !== 13 ? 'rd' : 'th'}`
  const nth = (number: number) => (number === -1 ? 'last' : ordinal(number))
  const paced = (every: number, unit: string) => (every === 1 ? `every ${unit}` : `every ${every} ${unit}s`)
  const month = (number: number) => monthName('en-GB', number)
  const upper = (text: string) => text.slice(0, 1).toUpperCase() + text.slice(1)
  return {
    rhythm(it) {
      switch (it.kind) {
        case 'daily':
          return upper(paced(it.every, 'day'))
        case 'weekly':
          if (it.every > 1) return `Every ${it.every} weeks on ${listed(it.days.map((day) => days[day]), 'and')}`
          if (it.days.length === 7) return 'Every day'
          return it.days.join() === WORKDAYS ? 'Monday to Friday' : `Every ${listed(it.days.map((day) => days[day]), 'and')}`
        case 'monthly-weekday':
          return `${upper(paced(it.every, 'month'))} on the ${listed(it.nths.map(nth), 'and')} ${days[it.day]}`
        case 'monthly-day':
          return `${upper(paced(it.every, 'month'))} on the ${it.day === -1 ? 'last day' : ordinal(it.day)}`
        case 'yearly-weekday':
          return `${upper(paced(it.every, 'year'))} on the ${nth(it.nth)} ${days[it.day]} of ${month(it.month)}`
        case 'yearly-day':
          return `${upper(paced(it.every, 'year'))} on ${it.day} ${month(it.month)}`
      }
    },
    end: (end) =>
      end.kind === 'never' ? '' : end.kind === 'count' ? `, ${end.count} times` : `, until ${Number(end.day.slice(8))} ${month(Number(end.day.slice(5, 7)))} ${end.day.slice(0, 4)}`,
  }
}

const sentences: Record<Language, Sentences> = { de: german(), en: english() }
