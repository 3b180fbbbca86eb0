// SPDX-License-Identifier: EUPL-1.2
/** Amounts and lists as people type them, and back. Pure. */

/** "8,50", "8 €", "1.200" → cents; undefined when it is no amount. */
export function readCents(text: string): number | undefined {
  const bare = text.trim().replace(/\s|€|euro$/gi, '')
  const match = /^(\d{1,3}(?:\.\d{3})+|\d{1,5})(?:[.,](\d{1,2}|-))?$/.exec(bare)
  if (match === null) return undefined
  const cents = match[2] === undefined || match[2] === '-' ? 0 : Number(match[2].padEnd(2, '0'))
  const found = Number(match[1]?.replaceAll('.', '')) * 100 + cents
  return found <= 1_000_000 ? found : undefined
}

/** 850 → "8,50", 800 → "8". */
export function showCents(cents: number): string {
  const rest = cents % 100
  return `${Math.floor(cents / 100)}${rest === 0 ? '' : `,${String(rest).padStart(2, '0')}`}`
}

const MOST_TAGS = 10
const LONGEST_TAG = 40

/** "Musik, Kinder" → each once. */
export function readTags(text: string): string[] {
  const tags = text.split(',').map((tag) => tag.trim().slice(0, LONGEST_TAG)).filter((tag) => tag !== '')
  return [...new Set(tags)].slice(0, MOST_TAGS)
}
