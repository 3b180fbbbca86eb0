// SPDX-License-Identifier: EUPL-1.2
/**
 * The private-data guard: what in a text tells who somebody is. Nothing of it leaves the phone. `backend/defects/guard.py` is
 * the same at the town hall, with the same patterns, and tests/defects/private_data.json holds both to the same finds.
 */

export type FindKind = 'iban' | 'mail' | 'phone' | 'plate' | 'name'

export interface Find {
  start: number
  end: number
  kind: FindKind
}

/** Part of the text that is published, so in the municipality's language, whatever the app speaks. */
const MASKS: Record<FindKind, string> = {
  iban: '[IBAN verdeckt]',
  mail: '[E-Mail verdeckt]',
  phone: '[Nummer verdeckt]',
  plate: '[Kennzeichen verdeckt]',
  name: '[Name verdeckt]',
}

// Blanks within a line, as phones and word processors set them, and the letters of the languages around.
const B = '[ \\t\\u00a0\\u2007\\u2009\\u202f]'
const UPPER = 'A-ZÀ-ÖØ-Þ'
const LOWER = 'a-zß-öø-ÿ\\u0100-\\u024f\\u0300-\\u036f'
const WORD = `0-9${UPPER}${LOWER}`
const BEGIN = `(^|[^${WORD}])`
const HYPHEN = '[-\\u2010\\u2011\\u2013]'
// Between two digits of a telephone number; a dot only before three digits, else it belongs to a date.
const GAP = `(?:${B}?(?:[/()]|${HYPHEN})?${B}?[()]?|\\.(?=[0-9]{3}))`
const CALL = `(?:Tel|Telefon|Telefonnummer|Telefonnr|Rufnummer|Fon|Fax|Handy|Handynummer|Handynr|Mobil|Mobilnummer|WhatsApp|Durchwahl)[.:]{0,2}${B}{0,3}`
// "AUF B 246" is a road, "DIN EN 1176" a standard, "Herr Bürgermeister" names nobody, and "Fr. Abend" is a day.
const NO_DISTRICT = `(?!(?:DER|DIE|DEN|DAS|AUF|ZUR|ZUM|VON|UND|BEI|HAT|IST|DIN|ISO)${B})`
const NOBODY = `(?!(?:(?:Bürgermeister|Oberbürgermeister|Amtsdirektor|Landrat|Ortsvorsteher|Nachbar|Doktor)(?:in)?|Landrätin|Vormittag|Mittag|Nachmittag|Abend|Nacht|Morgen)(?![${WORD}]))`
const NAME = `[${UPPER}][${UPPER}${LOWER}'’]+(?:-[${UPPER}][${UPPER}${LOWER}]+)*`
const TITLE = `(?:(?:Dr|Prof|Dipl)\\.${B}*)*(?:(?:von|van|vom|zu|zur|de|der|den)${B}+){0,2}`

/** In this order: what one has found, the next ones leave. The first group is the boundary before a find, the second the find. */
const PATTERNS: [FindKind, RegExp][] = [
  ['iban', new RegExp(`${BEGIN}([Dd][Ee](?:${B}?[0-9]){20})(?![0-9])`, 'g')],
  ['iban', new RegExp(`${BEGIN}([A-Z]{2}[0-9]{2}(?:${B}?[A-Z0-9]{4}){2,7}(?:${B}?[A-Z0-9]{1,3})?)(?![${WORD}])`, 'g')],
  [
    'mail',
    new RegExp(
      `(^|[^.%+_${WORD}-])([.%+_${WORD}-]+${B}?(?:@|[(\\[](?:at|ät)[)\\]])${B}?[${WORD}-]+(?:\\.[${WORD}-]+)*\\.[${UPPER}${LOWER}]{2,24})(?![${WORD}])`,
      'gi',
    ),
  ],
  ['phone', new RegExp(`(^|[^+${WORD}])((?:\\+${B}?\\(?[1-9]|\\(?0)(?:${GAP}[0-9]){6,})(?![0-9])`, 'g')],
  ['phone', new RegExp(`${BEGIN}(${CALL}[0-9](?:${GAP}[0-9]){3,})(?![0-9])`, 'gi')],
  [
    'plate',
    new RegExp(
      `(^|[^${WORD}-])${NO_DISTRICT}([A-ZÄÖÜ]{1,3}(?:${B}?${HYPHEN}${B}?|${B})[A-Z]{1,2}(?:${B}|${HYPHEN})?[1-9][0-9]{0,3}[EH]?)(?![${WORD}-])`,
      'g',
    ),
  ],
  ['plate', new RegExp(`(^|[^${WORD}-])([A-ZÄÖÜa-zäöü]{1,3}${HYPHEN}[A-Za-z]{1,2}(?:${B}|${HYPHEN})?[1-9][0-9]{0,3}[EHeh]?)(?![${WORD}-])`, 'g')],
  [
    'name',
    new RegExp(`${BEGIN}((?:Herrn?|HERRN?|Frau|FRAU|Familie|FAMILIE|Fam\\.|Hr\\.|Fr\\.)${B}+${TITLE}${NOBODY}${NAME}(?:${B}+${NAME})?)`, 'g'),
  ],
]

/** All finds from left to right; none overlaps another. Takes time in proportion to the length of the text. */
export function find(text: string): Find[] {
  const found: Find[] = []
  let rest = text
  for (const [kind, pattern] of PATTERNS)
    rest = rest.replace(pattern, (_all, before: string, own: string, at: number) => {
      const start = at + before.length
      found.push({ start, end: start + own.length, kind })
      return before + '|'.repeat(own.length)
    })
  return found.sort((one, other) => one.start - other.start)
}

/** The text with each find covered. */
export function mask(text: string): string {
  return find(text).reduceRight((rest, { start, end, kind }) => rest.slice(0, start) + MASKS[kind] + rest.slice(end), text)
}
