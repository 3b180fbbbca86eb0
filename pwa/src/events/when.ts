// SPDX-License-Identifier: EUPL-1.2
/** When a date is, in full: one line for the day, one for the hours. Pure. */

import type { EventDate } from '../api/types'
import type { Language, Texts } from '../i18n'
import { clock, dayOf, dayWords, longDay, time, timeSpan } from '../i18n/dates'
import { isOneNight, moveOf } from './date'
import { dateWords } from './days'
import type { Words } from './words/de'

function longWeekday(day: string, language: Language): string {
  return dayWords(day, language, { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' })
}

function dayWithoutYear(day: string, language: Language): string {
  return dayWords(day, language, { weekday: 'long', day: 'numeric', month: 'long' })
}

/** "Freitag, 12. Juni 2026", "Freitag, 12. Juni bis Sonntag, 14. Juni 2026". */
export function dayLine(date: EventDate, language: Language): string {
  const { first_day, last_day } = date
  if (first_day === last_day || isOneNight(date)) return longWeekday(first_day, language)
  const sameYear = first_day.slice(0, 4) === last_day.slice(0, 4)
  const from = sameYear ? dayWithoutYear(first_day, language) : longWeekday(first_day, language)
  return `${from} ${language === 'de' ? 'bis' : 'to'} ${longWeekday(last_day, language)}`
}

/** "19 bis 21:30 Uhr, statt 20 Uhr", "Ganztägig"; null where the day says all. */
export function timeLine(date: EventDate, general: Texts['event'], words: Words, language: Language): string {
  const start = new Date(date.starts_at)
  const end = date.ends_at === null ? null : new Date(date.ends_at)
  const several = date.first_day !== date.last_day && !isOneNight(date)
  const hours = date.all_day
    ? general.allDay
    : several && end !== null
      ? words.fromTo(clock(start, language, true), clock(end, language, true))
      : timeSpan(start, end, language)
  const move = moveOf(date)
  if (move === null || date.previous_start === null) return hours
  const before = new Date(date.previous_start)
  const old = move === 'time' ? clock(before, language, true) : longDay(before, language)
  return `${hours}, ${words.instead(old)}`
}

/** For a list of further dates: "Freitag, 10. Juli", with the year if it is another one. */
export function shortDay(date: EventDate, now: Date, language: Language): string {
  return date.first_day.slice(0, 4) === dayOf(now).slice(0, 4) ? dayWithoutYear(date.first_day, language) : longWeekday(date.first_day, language)
}

/** For a list, under the heading of `day`: "19:00" and below it "bis 21:30", "Läuft" and "bis 14. Juni". */
export function rowLines(date: EventDate, day: string, today: string, general: Texts['event'], words: Words, language: Language): [string, string | null] {
  const start = date.first_day < day ? words.running : date.all_day ? general.allDay : time(new Date(date.starts_at))
  if (date.last_day > day && !isOneNight(date)) return [start, general.until(dayWords(date.last_day, language, { day: 'numeric', month: 'short' }))]
  const move = moveOf(date)
  if (move !== null && date.previous_start !== null) {
    const before = new Date(date.previous_start)
    return [start, words.instead(move === 'time' ? time(before) : dateWords(dayOf(before), today, language))]
  }
  return [start, date.ends_at === null || date.all_day ? null : general.until(time(new Date(date.ends_at)))]
}
