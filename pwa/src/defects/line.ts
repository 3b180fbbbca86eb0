// SPDX-License-Identifier: EUPL-1.2
/** The one line under a report's light: what comes next, or how it ended. Pure: the present day is an argument. */

import type { DefectListItem } from '../api/types'
import type { Language } from '../i18n'
import { dayOf, dayWords } from '../i18n/dates'
import { reasonWord } from './status'
import type { Words } from './words/de'

/** "15. Juni"; with `weekday` "Montag, 15. Juni". */
export function dayOfYear(day: string, language: Language, weekday = false): string {
  return dayWords(day, language, { ...(weekday && { weekday: 'long' }), day: 'numeric', month: 'long' })
}

type Facts = Pick<DefectListItem, 'status' | 'reason' | 'note' | 'received_at' | 'updated_at' | 'due_on' | 'answered_on' | 'expected_on'>

export interface Line {
  text: string
  /** The municipality's own words, in its language. */
  own: boolean
}

export function lineOf(item: Facts, today: string, words: Words['line'], language: Language): Line {
  const said = (text: string): Line => ({ text, own: false })
  if (item.status === 'resolved') return said(words.resolved(dayOfYear(dayOf(new Date(item.updated_at)), language)))
  if (item.status === 'scheduled' && item.expected_on !== null) return said(words.expected(dayOfYear(item.expected_on, language)))
  if (item.status === 'closed_unresolved' && item.reason !== null) return said(reasonWord(item.reason, language))
  if (item.note !== null && item.note !== '') return { text: item.note, own: true }
  if (item.answered_on !== null || item.status === 'duplicate') return said(words.reported(dayOfYear(dayOf(new Date(item.received_at)), language)))
  return said(item.due_on >= today ? words.answerBy(dayOfYear(item.due_on, language, true)) : words.overdue(dayOfYear(item.due_on, language)))
}
