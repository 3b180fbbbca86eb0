// SPDX-License-Identifier: EUPL-1.2
/** Deadlines of reports in words: how much is left, until when, and how urgent that looks. */

import { momentWords } from '../compose/moments'
import { useWords } from '../i18n'
import type { ReportRow } from './model'
import { spanOf } from './time-left'

const WEEK_MS = 6 * 86_400_000

export type Urgency = 'late' | 'today' | 'reply' | 'later' | 'still'

export interface Times {
  when(iso: string): string
  /** Of the last days: "Mo 16:00". */
  lately(iso: string): string
  /** "6 Std. 48 Min." */
  span(minutes: number): string
}

/** Words of now, with the length of an office day in minutes. */
export function useTimes(day: number): Times {
  const { t, language } = useWords()
  return {
    when: (iso) => momentWords(new Date(iso), new Date(), language),
    lately(iso) {
      const moment = new Date(iso)
      const words = momentWords(moment, new Date(), language)
      return Date.now() - moment.getTime() < WEEK_MS ? words.replace(/ \d\d\.\d\d\.,/, '') : (words.split(',')[0] ?? words)
    },
    span: (minutes) => spanOf(minutes, day, t.defects.span),
  }
}

type Due = Pick<ReportRow, 'reply' | 'group' | 'remaining_minutes'>

/** A reply counts before everything; a clock that stands still presses nobody. */
export function urgencyOf({ reply, group, remaining_minutes }: Due): Urgency {
  if (reply) return 'reply'
  if (remaining_minutes === null) return 'still'
  if (group === 'overdue' || remaining_minutes < 0) return 'late'
  return group ?? 'later'
}
