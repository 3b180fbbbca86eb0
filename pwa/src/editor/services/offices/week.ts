// SPDX-License-Identifier: EUPL-1.2
/** Opening hours as people write them, one line a day ("8 bis 12, 13 bis 18 Uhr"), and back. Pure; knows no office. */

import type { components } from '../../../api/schema'
import type { Language } from '../../i18n'

export type Hours = components['schemas']['Hours']
export type Span = Omit<Hours, 'days'>
/** Monday first; each day's spans in order. */
export type Week = Span[][]

export type LineProblem = 'unreadable' | 'order' | 'overlap'
export type Line = { ok: true; spans: Span[] } | { ok: false; problem: LineProblem }

export const DAYS = [0, 1, 2, 3, 4, 5, 6] as const
const NBSP = '\u00a0'
const CLOSED = /^(-+|–|zu|geschlossen|closed|ruhetag)?$/i
const CLOCK = String.raw`(\d{1,2})(?:[:.](\d{2}))?\s*(?:uhr|h)?`
const SPAN = new RegExp(String.raw`^(?:von\s+|from\s+)?${CLOCK}\s*(?:-|–|—|bis|to)\s*${CLOCK}\s*(?:\(([^()]*)\))?$`, 'i')
/** Between spans, but not within brackets. */
const BETWEEN = /\s*(?:[,;]|\bund\b|\band\b)\s*(?![^()]*\))/i

function inOrder(one: Span, other: Span): number {
  return one.from < other.from ? -1 : 1
}

export function weekOf(hours: Hours[]): Week {
  return DAYS.map((day) =>
    hours
      .filter(({ days }) => days.includes(day))
      .map(({ from, to, note }) => ({ from, to, note }))
      .sort(inOrder),
  )
}

/** Days with the same span stand together, as an office would write it itself. */
export function hoursOf(week: Week): Hours[] {
  const found = new Map<string, Hours>()
  week.forEach((spans, day) => {
    for (const { from, to, note } of spans) {
      const key = [from, to, note].join('|')
      const known = found.get(key) ?? { days: [], from, to, note }
      found.set(key, { ...known, days: [...known.days, day] })
    }
  })
  return [...found.values()]
}

function clock(hour: string | undefined, minute: string | undefined): string | undefined {
  const [hours, minutes] = [Number(hour), Number(minute ?? 0)]
  if (minutes > 59 || hours * 60 + minutes > 24 * 60) return undefined
  return `${String(hours).padStart(2, '0')}:${String(minutes).padStart(2, '0')}`
}

/** "8-12, 13 bis 18 Uhr (nur mit Termin)" → its spans; an empty line is a closed day. */
export function readLine(text: string): Line {
  const line = text.trim().replace(/\.$/, '')
  if (CLOSED.test(line)) return { ok: true, spans: [] }
  const spans: Span[] = []
  for (const part of line.split(BETWEEN).filter((each) => each !== '')) {
    const match = SPAN.exec(part)
    const [from, to] = [clock(match?.[1], match?.[2]), clock(match?.[3], match?.[4])]
    if (match === null || from === undefined || to === undefined) return { ok: false, problem: 'unreadable' }
    if (from >= to) return { ok: false, problem: 'order' }
    spans.push({ from, to, note: (match[5] ?? '').trim() })
  }
  spans.sort(inOrder)
  if (spans.some((span, at) => at > 0 && span.from < (spans[at - 1]?.to ?? ''))) return { ok: false, problem: 'overlap' }
  return { ok: true, spans }
}

/** "08:00" → "8", "08:30" → "8:30"; English keeps the minutes. */
export function bareClock(time: string, language: Language): string {
  const short = time.replace(/^0/, '')
  return language === 'de' ? short.replace(':00', '') : short
}

/** "8 bis 12, 13 bis 18 Uhr", to be broken between spans only; nothing for a closed day. */
export function showLine(spans: Span[], language: Language): string {
  const word = language === 'de' ? 'bis' : 'to'
  const unit = language === 'de' && spans.length > 0 ? `${NBSP}Uhr` : ''
  const show = ({ from, to }: Span) => [bareClock(from, language), word, bareClock(to, language)].join(NBSP)
  return spans.map((span, at) => show(span) + (span.note ? `${unit} (${span.note})` : at === spans.length - 1 ? unit : '')).join(', ')
}
