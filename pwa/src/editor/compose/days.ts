// SPDX-License-Identifier: EUPL-1.2
/** Days and times of day as text ("2026-12-08", "14:30"), of local time. Pure; knows no event and no office. */

import type { Day, Time } from './when'

const DAY_MS = 86_400_000

function two(number: number): string {
  return String(number).padStart(2, '0')
}

export function dayText({ year, month, day }: Day): string {
  return `${year}-${two(month)}-${two(day)}`
}

export function timeText({ hour, minute }: Time): string {
  return `${two(hour)}:${two(minute)}`
}

/** "2026-12-08T14:30" → its day. */
export function dayOf(local: string): Day {
  return { year: Number(local.slice(0, 4)), month: Number(local.slice(5, 7)), day: Number(local.slice(8, 10)) }
}

export function addDays(day: string, count: number): string {
  return new Date(Date.parse(`${day.slice(0, 10)}T00:00:00Z`) + count * DAY_MS).toISOString().slice(0, 10)
}

export function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(`${to.slice(0, 10)}T00:00:00Z`) - Date.parse(`${from.slice(0, 10)}T00:00:00Z`)) / DAY_MS)
}
