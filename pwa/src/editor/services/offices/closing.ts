// SPDX-License-Identifier: EUPL-1.2
/** For how long an office can close, and what stands in the app then. Pure: the present moment is an argument. */

import { dayOf, time } from '../../../i18n/dates'
import { nextAfter, on, type Opening, type Times } from '../../../services/hours'

export interface Choice {
  /** The day from which it is closed: today, or when today's hours are over the next day that has any. */
  first: string
  today: boolean
  /** The day after it on which the office would really be open; null: none within a year. */
  next: Opening | null
}

/** What "heute geschlossen" means at this moment. */
export function choiceAt(times: Times, now: Date): Choice {
  const day = dayOf(now)
  const clock = time(now).padStart(5, '0')
  const left = on(times, day).blocks.some(({ to }) => clock < to)
  const first = left ? day : (nextAfter(times, day)?.day ?? day)
  return { first, today: first === day, next: nextAfter(times, first) }
}

/** Reason and what residents can do instead, as one text. */
export function closureText(reason: string, instead: string): string {
  const parts = [reason, instead].map((part) => part.trim()).filter((part) => part !== '')
  return parts.map((part, at) => (at < parts.length - 1 && !/[.!?]$/.test(part) ? `${part}.` : part)).join(' ')
}

const ILLNESS = /krank|erkält|grippe|corona|covid|infekt|\bsick|\bill(ness)?\b|\bflu\b|arzt|reha\b/i

/** In a small town hall everybody knows who is meant. */
export function namesIllness(text: string): boolean {
  return ILLNESS.test(text)
}
