// SPDX-License-Identifier: EUPL-1.2
/** Opening hours in words: "bis 18 Uhr", "öffnet Donnerstag um 9 Uhr", "9–12 und 13–18". Pure. */

import type { Language } from '../i18n'
import { dayWords } from '../i18n/dates'
import { addDays, weekdayOf, type Block, type Now, type Opening } from './hours'
import type { Words } from './words/detail-de'

type Open = Words['open']

const WEEK = 7

/** "09:00" as people say it: "9", "9:30"; English "9:00". */
function short(time: string, language: Language): string {
  const plain = time.replace(/^0(?=\d)/, '')
  return language === 'en' ? plain : plain.replace(':00', '')
}

function clock(time: string, words: Open, language: Language): string {
  return words.clock(short(time, language))
}

/** How it stands: a word for the badge, and what else there is to say. */
export interface Standing {
  open: boolean
  word: string
  rest: string
}

export function standingOf(now: Now, day: string, words: Open, language: Language): Standing {
  if (now.state === 'open')
    return { open: true, word: words.now, rest: [words.until(clock(now.until, words, language)), now.note].filter(Boolean).join(', ') }
  const rest = now.opens ? opening(now.opens, day, words, language) : ''
  if (now.state === 'arranged') return { open: false, word: words.arranged, rest }
  const free = now.today.blocks.length === 0
  const word = free && now.today.why === 'exception' ? words.closedToday : free && now.today.why === 'holiday' ? words.holiday : words.closed
  return { open: false, word, rest }
}

function opening({ day, time }: Opening, today: string, words: Open, language: Language): string {
  const at = clock(time, words, language)
  if (day === today) return words.opensToday(at)
  if (day === addDays(today, 1)) return words.opensTomorrow(at)
  const near = day < addDays(today, WEEK)
  return words.opensOn(near ? (words.weekdays[weekdayOf(day)] ?? '') : dayWords(day, language, { weekday: 'long', day: 'numeric', month: 'long' }), at)
}

/** For the eye: "9–12 und 13–18 (nur mit Termin)"; a day without any is closed. */
export function hoursShort(blocks: Block[], words: Open, language: Language): string {
  return said(blocks, words, ({ from, to }) => `${short(from, language)}–${short(to, language)}`)
}

/** For the ear: "9 bis 12 Uhr und 13 bis 18 Uhr". */
export function hoursLong(blocks: Block[], words: Open, language: Language): string {
  return said(blocks, words, ({ from, to }) => words.spanLong(short(from, language), short(to, language)))
}

function said(blocks: Block[], words: Open, span: (block: Block) => string): string {
  if (blocks.length === 0) return words.shut
  const spans = blocks.map((block) => (block.note ? `${span(block)} (${block.note})` : span(block)))
  const [last = '', ...before] = spans.reverse()
  return before.length === 0 ? last : `${before.reverse().join(', ')} ${words.and} ${last}`
}

/** "Freitag, 25. Dezember", "24. bis 31. Dezember", "24. Dezember bis 3. Januar". */
export function daysInWords(first: string, last: string, words: Open, language: Language): string {
  const date = (day: string, weekday?: 'long') => dayWords(day, language, { ...(weekday && { weekday }), day: 'numeric', month: 'long' })
  if (first === last) return date(first, 'long')
  return words.range(first.slice(0, 7) === last.slice(0, 7) ? words.dayOfMonth(String(Number(first.slice(8)))) : date(first), date(last))
}
