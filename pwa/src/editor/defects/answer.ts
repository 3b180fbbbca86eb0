// SPDX-License-Identifier: EUPL-1.2
/** What a clerk decides about a report before it is sent: new state, answer, what becomes public. Pure: now is an argument. */

import type { DefectReason, DefectStatus } from '../../defects/status'
import { showDay } from '../compose/moments'
import { readDay, wallOf, type Day } from '../compose/when'
import { AS_IT_IS, type Decision, type Report, type Template } from './model'
import type { Area } from './redaction'

export interface PublicPhoto {
  id: string
  public: boolean
  /** New areas; those of before are part of the picture already. */
  redactions: Area[]
}

export interface Draft {
  status: DefectStatus | undefined
  template: string
  note: string
  reason: DefectReason | undefined
  /** As typed: "27.11.", "Fr". */
  expected: string
  title: string
  public_text: string
  public_place: string
  text_public: boolean
  photos: PublicPhoto[]
}

/** What a step may need beside the state, in the words of the server. */
export type Lack = 'status' | 'note' | 'question' | 'rejection' | 'reason' | 'expected' | 'expectedPast' | 'placeholder'

const PLACEHOLDER = /\{[^{}\n]{1,40}\}/g
/** The gaps of templates as people read them; the town hall's language is that of the answer. */
const GAPS: Record<string, string> = { date: '{Datum}', office: '{Stelle}', number: '{Nummer}', category: '{Kategorie}', place: '{Ort}' }
/** What the app fills in: the day that is typed, the office that is chosen. */
export const [DAY, OFFICE] = ['{Datum}', '{Stelle}'] as const

/** What begins: what is public stays so; what nobody has looked at yet is offered whole. */
export function draftOf(report: Report): Draft {
  const fresh = report.published_at === null
  return {
    ...{ status: undefined, template: '', note: '', reason: report.reason ?? undefined, expected: '' },
    title: report.title,
    public_text: report.public_text,
    public_place: report.public_place,
    text_public: report.text !== '' && (fresh || report.text_public),
    photos: report.photos.map(({ id, public: shown }) => ({ id, public: fresh || shown, redactions: [] })),
  }
}

const FOLLOWING = ['title', 'public_text', 'public_place', 'text_public', 'reason'] as const

/** What was written upon `before` goes on upon a later report; what nobody touched follows it, so that nothing a colleague has taken away comes back. */
export function rebased(draft: Draft, before: Draft, after: Report): Draft {
  const fresh = draftOf(after)
  if (same(draft, before)) return fresh
  const allowed = after.transitions.some(({ status }) => status === draft.status)
  return {
    ...draft,
    ...Object.fromEntries(FOLLOWING.filter((name) => draft[name] === before[name]).map((name) => [name, fresh[name]])),
    status: allowed ? draft.status : undefined,
    photos: fresh.photos.map((photo) => {
      const [mine, was] = [draft, before].map(({ photos }) => photos.find(({ id }) => id === photo.id))
      return mine === undefined ? photo : { ...mine, public: mine.public === was?.public ? photo.public : mine.public }
    }),
  }
}

/** What nobody has filled in yet. */
export function gapsIn(text: string): string[] {
  return text.match(PLACEHOLDER) ?? []
}

/** The answer once `name` is known, or known anew: "{Datum}" → "Fr 27.11." → "Mo 30.11.". */
export function refilled(note: string, name: string, before: string | undefined, after: string | undefined): string {
  const now = before === undefined || before === '' ? note : note.replaceAll(before, name)
  return after === undefined || after === '' ? now : now.replaceAll(name, after)
}

/** Where the app's own words stand in the answer, and where a gap is; in the order of the text, none over another. */
export function tints(text: string, own: string[]): { start: number; end: number; gap: boolean }[] {
  const found = [...text.matchAll(PLACEHOLDER)].map(({ index, 0: gap }) => ({ start: index, end: index + gap.length, gap: true }))
  for (const words of own) {
    if (words === '') continue
    for (let at = text.indexOf(words); at !== -1; at = text.indexOf(words, at + words.length)) found.push({ start: at, end: at + words.length, gap: false })
  }
  found.sort((one, other) => one.start - other.start || other.end - one.end)
  let end = 0
  return found.filter((mark) => mark.start >= end && ((end = mark.end), true))
}

/** A template with its gaps in words. */
export function worded(text: string): string {
  return text.replace(PLACEHOLDER, (gap) => GAPS[gap.slice(1, -1)] ?? gap)
}

/** The same as the server keeps it. */
export function unworded(text: string): string {
  const back = new Map(Object.entries(GAPS).map(([name, gap]) => [gap.toLowerCase(), `{${name}}`]))
  return text.replace(PLACEHOLDER, (gap) => back.get(gap.toLowerCase()) ?? gap)
}

/** Whether somebody wrote these words, or they are the chosen template as it came. */
export function ownWords({ note, template }: Draft, templates: Template[], day: string | undefined): boolean {
  const chosen = templates.find(({ title }) => title === template)
  return note.trim() !== '' && (chosen === undefined || note !== refilled(worded(chosen.text), DAY, undefined, day))
}

export function withTemplate(draft: Draft, { title, status, text }: Template, allowed: DefectStatus[]): Draft {
  return { ...draft, template: title, status: allowed.includes(status) ? status : draft.status, note: worded(text) }
}

function isoOf({ year, month, day }: Day): string {
  return `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`
}

/** The typed day as the server wants it. */
export function expectedOn(typed: string, now: Date): string | undefined {
  const found = readDay(typed, now)
  return found.ok ? isoOf(found.value) : undefined
}

/** The typed day in words, with the year where it is not this one; undefined while it is none. */
export function dayWordsOf(typed: string, now: Date): string | undefined {
  const found = readDay(typed, now)
  if (!found.ok) return undefined
  const words = showDay(found.value)
  return found.value.year === wallOf(now).year ? words.slice(0, -4) : words
}

/** Nothing is answered: only what everybody sees of it changes. */
export function onlyShows(draft: Draft, report: Report): boolean {
  return draft.status === undefined && draft.note.trim() === '' && report.published_at !== null && report.status !== 'rejected' && touched(draft, report)
}

export function lacksOf(draft: Draft, report: Report, now: Date): Lack[] {
  const { status, note, reason, expected } = draft
  if (status === undefined) return onlyShows(draft, report) ? [] : ['status']
  const needs = report.transitions.find((each) => each.status === status)?.needs ?? []
  const lacks: Lack[] = []
  if (takesDay(status) && (needs.includes('expected_on') || expected.trim() !== '')) {
    const day = expectedOn(expected, now)
    if (day === undefined) lacks.push('expected')
    else if (day < isoOf(wallOf(now))) lacks.push('expectedPast')
  }
  if (needs.includes('reason') && reason === undefined) lacks.push('reason')
  if (needs.includes('note') && note.trim() === '') lacks.push(status === 'question' ? 'question' : status === 'rejected' ? 'rejection' : 'note')
  if (gapsIn(note).length > 0) lacks.push('placeholder')
  return lacks
}

/** Nothing of a rejected report is ever shown. */
export function shows(draft: Draft): { text: boolean; photos: number } {
  if (draft.status === 'rejected') return { text: false, photos: 0 }
  return { text: draft.text_public && draft.public_text.trim() !== '', photos: draft.photos.filter((photo) => photo.public).length }
}

export type Extra = Pick<Decision, 'forwarded' | 'insist'>

/** Without a state only what everybody sees changes. */
export function bodyOf(draft: Draft, report: Pick<Report, 'photos' | 'title'>, now: Date, extra: Partial<Extra> = {}): Decision {
  const { status = null, note, reason, expected, public_text, public_place } = draft
  const rejected = status === 'rejected'
  const burned = (id: string) => report.photos.find((photo) => photo.id === id)?.redactions ?? []
  return {
    ...AS_IT_IS,
    ...extra,
    ...{ status, note: note.trim(), public_text, public_place },
    title: draft.title.trim() === report.title ? null : draft.title.trim() || null,
    reason: status === 'closed_unresolved' ? (reason ?? null) : null,
    expected_on: takesDay(status) ? (expectedOn(expected, now) ?? null) : null,
    text_public: !rejected && draft.text_public,
    photos: draft.photos.map((photo) => ({ id: photo.id, public: !rejected && photo.public, redactions: [...burned(photo.id), ...photo.redactions] })),
  }
}

/** Where a day can be named. */
export function takesDay(status: DefectStatus | null | undefined): boolean {
  return status === 'scheduled' || status === 'in_progress' || status === 'forwarded'
}

/** Whether anything was written or chosen that would be lost. */
export function touched(draft: Draft, report: Report): boolean {
  return !same(draft, draftOf(report))
}

function same(one: Draft, other: Draft): boolean {
  return JSON.stringify(one) === JSON.stringify(other)
}
