// SPDX-License-Identifier: EUPL-1.2
/** Moments as the staff's side says and its fields show them, by the clocks of Berlin. Pure: now is an argument. */

import { instantOf, join, readWhen, wallOf, type Day, type Typed, type Wall } from './when'

type Language = 'de' | 'en'

const DAY_MS = 86_400_000
const WEEKDAYS: Record<Language, string[]> = {
  de: ['So', 'Mo', 'Di', 'Mi', 'Do', 'Fr', 'Sa'],
  en: ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'],
}
const NEAR: Record<Language, Record<string, string>> = {
  de: { '-1': 'gestern', '0': 'heute', '1': 'morgen' },
  en: { '-1': 'yesterday', '0': 'today', '1': 'tomorrow' },
}

function stamp({ year, month, day }: Day): number {
  return Date.UTC(year, month - 1, day)
}

function two(number: number): string {
  return String(number).padStart(2, '0')
}

function weekday(day: Day, language: Language): string {
  return WEEKDAYS[language][new Date(stamp(day)).getUTCDay()] ?? ''
}

/** "Do 26.11.2026": what a date field reads back. */
export function showDay(day: Day, language: Language = 'de'): string {
  return `${weekday(day, language)} ${two(day.day)}.${two(day.month)}.${day.year}`
}

/** "07:00": what a time field reads back. */
export function showTime({ hour, minute }: Pick<Wall, 'hour' | 'minute'>): string {
  return `${two(hour)}:${two(minute)}`
}

/** "heute", "gestern", "Do 26.11.", in another year "Do 24.12.2027". */
export function dayWords(moment: Date, now: Date, language: Language): string {
  const [day, today] = [wallOf(moment), wallOf(now)]
  const near = NEAR[language][String((stamp(day) - stamp(today)) / DAY_MS)]
  const full = showDay(day, language)
  return near ?? (day.year === today.year ? full.slice(0, -4) : full)
}

/** "heute, 12:00", "Do 26.11., 7:00". */
export function momentWords(moment: Date, now: Date, language: Language): string {
  const { hour, minute } = wallOf(moment)
  return `${dayWords(moment, now, language)}, ${hour}:${two(minute)}`
}

function dayBefore(day: Day): Day {
  const date = new Date(stamp(day) - DAY_MS)
  return { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() }
}

/** An end as its field shows it: midnight is the end of the day before, so that "7.12." means the whole day. */
export function showEnd(moment: Date, language: Language = 'de'): string {
  const wall = wallOf(moment)
  if (wall.hour === 0 && wall.minute === 0) return showDay(dayBefore(wall), language)
  return `${showDay(wall, language)}, ${wall.hour}:${two(wall.minute)}`
}

/** A typed end: a day alone ends when it is over. */
export function readEnd(text: string, now: Date): Typed<Date> {
  const found = readWhen(text, now, { hour: 0, minute: 0 })
  const timed = readWhen(text, now, { hour: 12, minute: 0 })
  // Without a time of its own the text follows the usual one.
  if (!found.ok || !timed.ok || found.value.getTime() === timed.value.getTime()) return found
  const day = wallOf(found.value)
  const next = wallOf(new Date(stamp(day) + DAY_MS * 1.5))
  return join(next, { hour: 0, minute: 0 })
}

/** The next morning, for a planned item that has no date yet. */
export function nextMorning(now: Date): Date {
  const tomorrow = wallOf(new Date(now.getTime() + DAY_MS))
  return instantOf({ ...tomorrow, hour: 7, minute: 0 }) ?? now
}
