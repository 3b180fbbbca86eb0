// SPDX-License-Identifier: EUPL-1.2
/**
 * Dates as people type them ("24.12.", "morgen", "Do 7 Uhr") → instants by the clocks of Berlin, and back into
 * words. Pure: the present moment is an argument; the device's own time zone never counts.
 */

const ZONE = 'Europe/Berlin'
const DAY_MS = 86_400_000
const clockwork = new Intl.DateTimeFormat('en-GB', {
  timeZone: ZONE,
  ...{ year: 'numeric', month: 'numeric', day: 'numeric', hour: 'numeric', minute: 'numeric', second: 'numeric' },
  hourCycle: 'h23',
})

/** What a clock and a calendar in Berlin show. */
export interface Wall {
  year: number
  month: number
  day: number
  hour: number
  minute: number
}

export type WhenProblem = 'empty' | 'date' | 'noSuchDay' | 'time' | 'skipped'
export type Typed<T> = { ok: true; value: T } | { ok: false; problem: WhenProblem }

export interface Day {
  year: number
  month: number
  day: number
}

export interface Time {
  hour: number
  minute: number
}

export function wallOf(moment: Date): Wall {
  const parts = clockwork.formatToParts(moment)
  const part = (type: string) => Number(parts.find((each) => each.type === type)?.value)
  return { year: part('year'), month: part('month'), day: part('day'), hour: part('hour'), minute: part('minute') }
}

/** The instant at which Berlin's clocks show this; of an hour that comes twice the first; undefined in the gap. */
export function instantOf(wall: Wall): Date | undefined {
  const wanted = Date.UTC(wall.year, wall.month - 1, wall.day, wall.hour, wall.minute)
  // Berlin is one or two hours ahead; the earlier instant belongs to the larger offset.
  for (const hours of [2, 1]) {
    const moment = new Date(wanted - hours * 3_600_000)
    const shown = wallOf(moment)
    if (shown.hour === wall.hour && shown.minute === wall.minute && shown.day === wall.day) return moment
  }
  return undefined
}

const bad = (problem: WhenProblem): { ok: false; problem: WhenProblem } => ({ ok: false, problem })

function dayOf(stamp: number): Day {
  const date = new Date(stamp)
  return { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() }
}

function stampOf({ year, month, day }: Day): number {
  return Date.UTC(year, month - 1, day)
}

function exact(year: number, month: number, day: number): Typed<Day> {
  const found = dayOf(Date.UTC(year, month - 1, day))
  return found.month === month && found.day === day ? { ok: true, value: found } : bad('noSuchDay')
}

const WEEKDAYS = ['so', 'mo', 'di', 'mi', 'do', 'fr', 'sa']
const WEEKDAY = /^(so|mo|di|mi|do|fr|sa)(nntag|ntag|enstag|ttwoch|nnerstag|eitag|mstag)?\.?(?=$|[\s,\d])/
const MONTHS = ['jan', 'feb', 'mär', 'apr', 'mai', 'jun', 'jul', 'aug', 'sep', 'okt', 'nov', 'dez']
const NEAR: Record<string, number> = { heute: 0, morgen: 1, übermorgen: 2, today: 0, tomorrow: 1 }

function yearOf(text: string): number {
  return text.length === 2 ? 2000 + Number(text) : Number(text)
}

/** A day without year is the next one that comes. */
function nextOf(today: Day, month: number, day: number): Typed<Day> {
  const thisYear = exact(today.year, month, day)
  if (thisYear.ok && stampOf(thisYear.value) >= stampOf(today)) return thisYear
  const nextYear = exact(today.year + 1, month, day)
  return nextYear.ok || !thisYear.ok ? nextYear : bad('noSuchDay')
}

interface Rest<T> {
  found: Typed<T>
  rest: string
}

function takeDay(text: string, today: Day): Rest<Day> | undefined {
  const later = (days: number): Typed<Day> => ({ ok: true, value: dayOf(stampOf(today) + days * DAY_MS) })
  const named = /^(heute|übermorgen|morgen|today|tomorrow)\b/.exec(text)
  if (named) return { found: later(NEAR[named[0]] ?? 0), rest: text.slice(named[0].length) }
  const counted = /^in (\d{1,3}|einem|einer|zwei|drei) (tag|woche)(en|n|e)?(?=$|[\s,])/.exec(text)
  if (counted) {
    const count = { einem: 1, einer: 1, zwei: 2, drei: 3 }[counted[1] ?? ''] ?? Number(counted[1])
    return { found: later(count * (counted[2] === 'woche' ? 7 : 1)), rest: text.slice(counted[0].length) }
  }
  const iso = /^(\d{4})-(\d{1,2})-(\d{1,2})(?=$|[\sT,])/i.exec(text)
  if (iso) return { found: exact(Number(iso[1]), Number(iso[2]), Number(iso[3])), rest: text.slice(iso[0].length).replace(/^t/i, '') }
  // "Do 26.11.": the date counts, the weekday is what the field itself reads back.
  const weekday = WEEKDAY.exec(text)
  const after = weekday ? text.slice(weekday[0].length).replace(/^[\s,]+/, '') : text
  const dotted = /^(\d{1,2})\.\s?(\d{1,2})(?:\.(?:\s?(\d{4}|\d{2})(?![:\d.]|\s*(?:uhr|h)\b))?|(?=$|[\s,]))/.exec(after)
  const worded = /^(\d{1,2})\.?\s?(jan|feb|mär|apr|mai|jun|jul|aug|sep|okt|nov|dez)[a-zä]*\.?(?:\s(\d{4}))?(?=$|[\s,])/.exec(after)
  const dated = dotted ?? worded
  if (dated) {
    const month = worded && !dotted ? MONTHS.indexOf(worded[2] ?? '') + 1 : Number(dated[2])
    const found = dated[3] === undefined ? nextOf(today, month, Number(dated[1])) : exact(yearOf(dated[3]), month, Number(dated[1]))
    return { found, rest: after.slice(dated[0].length) }
  }
  if (!weekday) return undefined
  const ahead = (WEEKDAYS.indexOf(weekday[1] ?? '') - new Date(stampOf(today)).getUTCDay() + 7) % 7
  return { found: later(ahead === 0 ? 7 : ahead), rest: after }
}

/** "7 Uhr", "18:30", "18.30 Uhr", "7 h", "mittags"; undefined when there is none. */
function takeTime(text: string): Typed<Time> {
  if (/^(mittags?|noon)$/.test(text)) return { ok: true, value: { hour: 12, minute: 0 } }
  const match = /^(?:um )?(\d{1,2})(?:[:.](\d{2}))?\s?(?:uhr|h)?(?:\s?(\d{2}))?$/.exec(text)
  if (match === null) return bad('time')
  const [hour, minute] = [Number(match[1]), Number(match[2] ?? match[3] ?? 0)]
  return hour < 24 && minute < 60 ? { ok: true, value: { hour, minute } } : bad('time')
}

function bare(text: string): string {
  return text.trim().toLowerCase().replace(/\s+/g, ' ').replace('maerz', 'märz')
}

/** A day alone ("24.12.", "morgen", "Do", "in 3 Tagen"). */
export function readDay(text: string, now: Date): Typed<Day> {
  if (bare(text) === '') return bad('empty')
  const taken = takeDay(bare(text), wallOf(now))
  return taken === undefined || taken.rest.trim() !== '' ? bad('date') : taken.found
}

/** A time alone ("7", "7 Uhr", "18:30"). */
export function readTime(text: string): Typed<Time> {
  return bare(text) === '' ? bad('empty') : takeTime(bare(text))
}

/** Day and time → instant; an hour that the clocks skip is said, not moved. */
export function join(day: Day, time: Time): Typed<Date> {
  const moment = instantOf({ ...day, ...time })
  return moment === undefined ? bad('skipped') : { ok: true, value: moment }
}

/** A day with or without time in one line; a time alone is today's, or tomorrow's when it is over. */
export function readWhen(text: string, now: Date, usual: Time = { hour: 7, minute: 0 }): Typed<Date> {
  const words = bare(text)
  if (words === '') return bad('empty')
  const today = wallOf(now)
  const taken = takeDay(words, today)
  if (taken === undefined) {
    const time = takeTime(words)
    if (!time.ok) return bad('date')
    const first = join(today, time.value)
    if (first.ok && first.value.getTime() > now.getTime()) return first
    return join(dayOf(stampOf(today) + DAY_MS), time.value)
  }
  if (!taken.found.ok) return taken.found
  const rest = taken.rest.replace(/^[\s,]+/, '')
  const time: Typed<Time> = rest === '' ? { ok: true, value: usual } : takeTime(rest)
  return time.ok ? join(taken.found.value, time.value) : time
}

/** What stands in a day field and a time field; a time typed behind the day counts. `at` says which field is meant. */
export function readMoment(day: string, time: string, now: Date): { found: Typed<Date>; at: 'day' | 'time' } {
  const [alone, clock] = [readDay(day, now), readTime(time)]
  if (!alone.ok) return { found: readWhen(day, now, clock.ok ? clock.value : undefined), at: 'day' }
  return { found: clock.ok ? join(alone.value, clock.value) : clock, at: 'time' }
}
