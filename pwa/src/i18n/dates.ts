// SPDX-License-Identifier: EUPL-1.2
/**
 * Dates in words, always in the time of the municipality (Europe/Berlin), whatever the phone says.
 * Pure: the present moment is an argument.
 */

import type { Language } from './index'

const zone = 'Europe/Berlin'
const locales: Record<Language, string> = { de: 'de-DE', en: 'en-GB' }
const nbsp = '\u00a0'

const formats = new Map<string, Intl.DateTimeFormat>()

function format(language: Language, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = language + JSON.stringify(options)
  let found = formats.get(key)
  if (found === undefined) {
    found = new Intl.DateTimeFormat(locales[language], { timeZone: zone, ...options })
    formats.set(key, found)
  }
  return found
}

/** A moment as the clocks of Berlin show it. One formatter for all: making one is what costs on a slow phone. */
function berlin(moment: Date): { year: number; day: number; hour: number; minute: number } {
  const options = { year: 'numeric', month: '2-digit', day: '2-digit', hour: '2-digit', minute: '2-digit', hourCycle: 'h23' } as const
  const parts = format('en', options).formatToParts(moment)
  const part = (type: string) => Number(parts.find((each) => each.type === type)?.value)
  const year = part('year')
  // Days are counted, so that "yesterday" is right across clock changes.
  const day = Math.round(Date.UTC(year, part('month') - 1, part('day')) / 86_400_000)
  return { year, day, hour: part('hour'), minute: part('minute') }
}

function glue(text: string): string {
  return text.replace(/(\d\.?) (?=\p{L})/gu, `$1${nbsp}`)
}

/** "8:30". */
export function time(moment: Date): string {
  const { hour, minute } = berlin(moment)
  return `${hour}:${String(minute).padStart(2, '0')}`
}

/** "8:30 Uhr", "20 Uhr"; English "8:30". */
export function clock(moment: Date, language: Language, round = false): string {
  if (language === 'en') return time(moment)
  return `${round ? time(moment).replace(':00', '') : time(moment)}${nbsp}Uhr`
}

/** "19 bis 21:30 Uhr", "8 Uhr"; English "19:00 to 21:30". */
export function timeSpan(start: Date, end: Date | null, language: Language): string {
  if (end === null) return clock(start, language, true)
  return language === 'en' ? `${time(start)} to ${time(end)}` : `${time(start).replace(':00', '')} bis ${clock(end, language, true)}`
}

/** A day of the calendar ("2026-06-12") as a moment of that day. */
export function dayAt(day: string): Date {
  return new Date(`${day}T12:00:00Z`)
}

/** The day of the calendar that it is in Berlin: "2026-06-12". */
export function dayOf(moment: Date): string {
  return new Date(berlin(moment).day * 86_400_000).toISOString().slice(0, 10)
}

/** What `options` ask of a day: "Freitag", "12. Juni". */
export function dayWords(day: string, language: Language, options: Intl.DateTimeFormatOptions): string {
  return glue(format(language, options).format(dayAt(day)))
}

/** The three lines of a date leaf: "Mi", "10", "Juni". */
export function leaf(day: string, language: Language): [string, string, string] {
  const parts = format(language, { weekday: 'short', day: 'numeric', month: 'short' }).formatToParts(dayAt(day))
  const part = (type: string) => parts.find((each) => each.type === type)?.value ?? ''
  return [part('weekday').replace('.', ''), part('day'), part('month')]
}

/** "9. Juni 2026". */
export function longDay(moment: Date, language: Language): string {
  return glue(format(language, { day: 'numeric', month: 'long', year: 'numeric' }).format(moment))
}

/** "Sonntag, 7. Juni", in another year "7. Juni 2025". */
export function weekday(moment: Date, now: Date, language: Language): string {
  if (berlin(moment).year !== berlin(now).year) return longDay(moment, language)
  return glue(format(language, { weekday: 'long', day: 'numeric', month: 'long' }).format(moment))
}

/** "9. Juni 2026, 8:30 Uhr". */
export function fullMoment(moment: Date, language: Language): string {
  return `${longDay(moment, language)}, ${clock(moment, language)}`
}

/** Whole days from `now` to `moment` by the calendar of Berlin. */
function distance(moment: Date, now: Date): number {
  return berlin(moment).day - berlin(now).day
}

const near: Record<Language, Record<string, string>> = {
  de: { '0': 'Heute', '-1': 'Gestern', '1': 'Morgen' },
  en: { '0': 'Today', '-1': 'Yesterday', '1': 'Tomorrow' },
}

/** The day as people say it: "Heute", "Gestern", "Morgen", else weekday and date. */
export function dayInWords(moment: Date, now: Date, language: Language): string {
  return near[language][String(distance(moment, now))] ?? weekday(moment, now, language)
}

/** Date of a news item in a list: "Heute, 8:30 Uhr", "Gestern, 16:00 Uhr", "Sonntag, 7. Juni". */
export function newsMoment(moment: Date, now: Date, language: Language): string {
  const days = distance(moment, now)
  const day = dayInWords(moment, now, language)
  return days === 0 || days === -1 ? `${day}, ${clock(moment, language)}` : day
}

/** Begin of something to come: "Morgen, 19 Uhr", "Freitag, 12. Juni". */
export function eventMoment(moment: Date, now: Date, language: Language, allDay: boolean): string {
  const day = dayInWords(moment, now, language)
  return allDay ? day : `${day}, ${clock(moment, language, true)}`
}

/** End of something: "heute, 20 Uhr", "Mittwoch, 20. Juni, 20 Uhr"; an end at midnight is the day before. */
export function endInWords(moment: Date, now: Date, language: Language): string {
  const { hour, minute } = berlin(moment)
  const midnight = hour === 0 && minute === 0
  const last = midnight ? new Date(moment.getTime() - 60_000) : moment
  const day = lower(dayInWords(last, now, language), distance(last, now))
  return midnight ? day : `${day}, ${clock(last, language, true)}`
}

/** Age of a copy: "heute, 14:05 Uhr", "gestern, 9:12 Uhr", "Sonntag, 7. Juni, 18:00 Uhr". */
export function asOf(moment: Date, now: Date, language: Language): string {
  return `${lower(dayInWords(moment, now, language), distance(moment, now))}, ${clock(moment, language)}`
}

function lower(day: string, days: number): string {
  return Math.abs(days) <= 1 ? day.toLowerCase() : day
}
