// SPDX-License-Identifier: EUPL-1.2
/** The language of the app: German at once, every other language only for those who chose it. Knows no page. */

import { useEffect, useState } from 'preact/hooks'
import { de } from './de'
import { asOf, endInWords, eventMoment, fullMoment, newsMoment } from './dates'

export type Language = 'de' | 'en'
export type Texts = typeof de

let language: Language = 'de'
let texts: Texts = de
const listeners = new Set<(version: number) => void>()
let version = 0

/** Changes the language of the whole app; resolves once its words are there. */
export async function switchLanguage(next: string | null): Promise<void> {
  if (next === language || (next !== 'de' && next !== 'en')) return
  texts = next === 'en' ? (await import('./en')).en : de
  language = next
  document.documentElement.lang = next
  version += 1
  for (const listener of listeners) listener(version)
}

/** Words and dates in the resident's language; the page is drawn again when it changes. */
export function useTexts() {
  const [, redraw] = useState(version)
  useEffect(() => {
    listeners.add(redraw)
    return () => void listeners.delete(redraw)
  }, [])
  const spoken = language
  const now = new Date()
  return {
    t: texts,
    language: spoken,
    newsDate: (iso: string) => newsMoment(new Date(iso), now, spoken),
    fullDate: (iso: string) => fullMoment(new Date(iso), spoken),
    until: (iso: string) => endInWords(new Date(iso), now, spoken),
    eventDate: (iso: string, allDay: boolean) => eventMoment(new Date(iso), now, spoken, allDay),
    asOf: (moment: number) => asOf(new Date(moment), now, spoken),
  }
}
