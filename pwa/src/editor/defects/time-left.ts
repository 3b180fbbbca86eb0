// SPDX-License-Identifier: EUPL-1.2
/** How much working time is left for an answer, as people say it. Pure: words are handed in. */

export interface Spans {
  days(count: number): string
  hours(count: number): string
  minutes(count: number): string
}

const HOUR = 60

/**
 * Below one working day hours and minutes, above days and hours: "6 Std. 48 Min.", "2 Tage 7 Std.". `day` is how long
 * an office day is. Too late counts the same way.
 */
export function spanOf(minutes: number, day: number, words: Spans): string {
  const left = Math.abs(Math.round(minutes))
  const parts = left < day ? [[Math.floor(left / HOUR), words.hours], [left % HOUR, words.minutes]] as const : wholeDays(left, day, words)
  const said = parts.filter(([count]) => count > 0).map(([count, word]) => word(count))
  return said.join(' ') || words.minutes(0)
}

function wholeDays(left: number, day: number, words: Spans) {
  // Hours are rounded: nobody plans the day after tomorrow by minutes.
  const hours = Math.round((left % day) / HOUR)
  const full = hours * HOUR >= day
  return [[Math.floor(left / day) + (full ? 1 : 0), words.days], [full ? 0 : hours, words.hours]] as const
}
