// SPDX-License-Identifier: EUPL-1.2
/** What the staff's pages say of an office's days and of how it stands now. Draws nothing. */

import { dayOf as today } from '../../../i18n/dates'
import { at, type Times } from '../../../services/hours'
import { dayOf } from '../../compose/days'
import { showDay } from '../../compose/moments'
import { useWords, type Language, type Words } from '../../i18n'

/** "Do 26.11."; in another year "Do 07.01.2027". */
export function dayName(day: string, now: string, language: Language): string {
  const full = showDay(dayOf(day), language)
  return day.slice(0, 4) === now.slice(0, 4) ? full.slice(0, -4) : full
}

export function useDays(): (day: string) => string {
  const { language } = useWords()
  return (day) => dayName(day, today(new Date()), language)
}

export interface Standing {
  tone: 'open' | 'closed' | 'quiet'
  words: string
}

/** "9:00", as staff pages say times. */
function clock(time: string): string {
  return time.replace(/^0(?=\d:)/, '')
}

/** "offen bis 12:00", "öffnet Do 26.11., 8:00", "heute geschlossen". */
export function standing(times: Times, now: Date, t: Words, language: Language): Standing {
  const words = t.offices.state
  const found = at(times, now)
  if (found.state === 'open') return { tone: 'open', words: words.open(clock(found.until)) }
  if (found.state === 'later') return { tone: 'quiet', words: words.opensAt(clock(found.opens.time)) }
  if (found.today.why === 'exception' && found.today.blocks.length === 0) return { tone: 'closed', words: words.closedToday }
  if (found.state === 'arranged') return { tone: 'quiet', words: words.arranged }
  if (found.opens === null) return { tone: 'quiet', words: words.closed }
  return { tone: 'quiet', words: words.opensOn(dayName(found.opens.day, today(now), language), clock(found.opens.time)) }
}
