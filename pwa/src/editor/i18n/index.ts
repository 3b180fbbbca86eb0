// SPDX-License-Identifier: EUPL-1.2
/** The words of the editorial area: German at once, English for those who chose it in the app. Knows no page. */

import { useTexts, type Language } from '../../i18n'
import { de } from './de'

export type Words = typeof de
export type { Language }

let loaded: Record<string, Words> = { de }

/** Fetches the words of `language`; German stays where they cannot be had. */
export async function loadWords(language: string | null): Promise<void> {
  if (language === 'en') loaded = { ...loaded, en: (await import('./en')).en }
}

/** `t`: all words by feature. `language`: for dates. */
export function useWords(): { t: Words; language: Language } {
  const { language } = useTexts()
  return { t: loaded[language] ?? de, language }
}
