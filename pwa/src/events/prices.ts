// SPDX-License-Identifier: EUPL-1.2
/** What it costs, in words. Pure. */

import type { EventDetail, EventItem } from '../api/types'
import type { Language } from '../i18n'
import type { Words } from './words/de'

/** "12 €", "4,50 €"; English "€4.50". */
export function euros(cents: number, language: Language): string {
  const minimumFractionDigits = cents % 100 === 0 ? 0 : 2
  const form = { style: 'currency', currency: 'EUR', minimumFractionDigits, maximumFractionDigits: 2 } as const
  return new Intl.NumberFormat(language === 'de' ? 'de-DE' : 'en-GB', form).format(cents / 100)
}

/** For a row: "Eintritt 12 €", "Eintritt frei", or nothing. */
export function priceInBrief({ kind, cents, text }: EventItem['price'], words: Words, language: Language): string | null {
  if (kind === 'free') return words.free
  if (kind === 'unknown') return null
  return cents === null ? text : words.costs(euros(cents, language))
}

/** For the page: all amounts in one line, and what is said beside them. */
export function priceInFull({ kind, amounts, text }: EventDetail['price'], words: Words, language: Language): [string, string | null] | null {
  const list = amounts.map(({ label, cents }) => [label, cents === 0 ? words.nothing : euros(cents, language)].filter(Boolean).join(' ')).join(', ')
  const head = kind === 'free' ? words.free : list
  if (head) return [head, text]
  return text ? [text, null] : null
}
