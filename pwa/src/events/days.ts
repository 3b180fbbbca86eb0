// SPDX-License-Identifier: EUPL-1.2
/** Days of the calendar ("2026-06-12"): counting, months, and the dates that fall on them. Pure; knows no clock. */

import type { EventDate } from '../api/types'
import { dayAt, dayWords } from '../i18n/dates'
import type { Language } from '../i18n'

export function addDays(day: string, count: number): string {
  const moved = dayAt(day)
  moved.setUTCDate(moved.getUTCDate() + count)
  return moved.toISOString().slice(0, 10)
}

/** Monday is 0. */
export function weekdayOf(day: string): number {
  return (dayAt(day).getUTCDay() + 6) % 7
}

/** The same day of another month, or that month's last one. */
export function addMonths(day: string, count: number): string {
  const first = dayAt(`${day.slice(0, 8)}01`)
  first.setUTCMonth(first.getUTCMonth() + count)
  const month = first.toISOString().slice(0, 8)
  const last = lastOfMonth(`${month}01`)
  return `${month}${day.slice(8)}` > last ? last : `${month}${day.slice(8)}`
}

export function lastOfMonth(day: string): string {
  const next = dayAt(`${day.slice(0, 8)}01`)
  next.setUTCMonth(next.getUTCMonth() + 1, 0)
  return next.toISOString().slice(0, 10)
}

/** Whole weeks from Monday to Sunday that show the month of `day`. */
export function weeksOf(day: string): string[][] {
  const first = `${day.slice(0, 8)}01`
  const monday = addDays(first, -weekdayOf(first))
  const last = lastOfMonth(day)
  const weeks: string[][] = []
  for (let start = monday; start <= last; start = addDays(start, 7)) weeks.push(Array.from({ length: 7 }, (_, at) => addDays(start, at)))
  return weeks
}

/** By day and in order; what has begun before `from` stands on that day. */
export function byDay<T extends EventDate>(items: T[], from: string): { day: string; items: T[] }[] {
  const days = new Map<string, T[]>()
  for (const item of items) {
    const day = item.first_day < from ? from : item.first_day
    days.set(day, [...(days.get(day) ?? []), item])
  }
  return [...days].sort(([one], [other]) => (one < other ? -1 : 1)).map(([day, own]) => ({ day, items: own }))
}

/** "12. Juni", in another year "3. Januar 2027". */
export function dateWords(day: string, today: string, language: Language): string {
  const year = day.slice(0, 4) === today.slice(0, 4) ? {} : { year: 'numeric' as const }
  return dayWords(day, language, { day: 'numeric', month: 'long', ...year })
}

const NEAR: Record<Language, string[]> = { de: ['Heute', 'Morgen'], en: ['Today', 'Tomorrow'] }

/** How a day is headed: "Heute" and "Dienstag, 9. Juni"; "Freitag" and "12. Juni"; "19. Juni" and "Freitag". */
export function dayHeading(day: string, today: string, language: Language): [string, string] {
  const date = dateWords(day, today, language)
  const weekday = dayWords(day, language, { weekday: 'long' })
  for (const [distance, name] of NEAR[language].entries()) {
    if (addDays(today, distance) === day) return [name, language === 'de' ? `${weekday}, ${date}` : `${weekday} ${date}`]
  }
  return day > today && day < addDays(today, 7) ? [weekday, date] : [date, weekday]
}
