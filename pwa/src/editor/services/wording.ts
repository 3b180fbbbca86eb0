// SPDX-License-Identifier: EUPL-1.2
/** What the pages say of a service: where it comes from, how its links do, what an import changed. Pure. */

import { dayWords, momentWords } from '../compose/moments'
import type { Language, Words } from '../i18n'
import type { CheckedLink, ServiceLink, ServiceRow, ServiceSource } from './model'

/** "Land Brandenburg, von Ihnen ergänzt". */
export function originWords({ origin, source_name, own }: Pick<ServiceRow, 'origin' | 'source_name' | 'own'>, t: Words): string {
  if (origin === 'own') return t.services.origin.own
  const named = source_name ?? t.services.origin[origin]
  const source = origin === 'land' && source_name !== null ? t.services.origin.ofLand(source_name) : named
  return own ? t.services.origin.extended(source) : source
}

export interface LinkWords {
  state: CheckedLink['state'] | 'none'
  text: string
  /** Where it leads, or what residents get instead. */
  line: string | undefined
}

/** A page that is gone is another matter than a server that is silent. */
const GONE = [404, 410]

/** How one link does. */
export function checkedWords({ state, status_code, since, checked_at }: CheckedLink, now: Date, t: Words, language: Language): LinkWords {
  const words = t.services.link
  if (state === 'broken') {
    const day = since === null ? '' : dayWords(new Date(since), now, language)
    const gone = status_code !== null && GONE.includes(status_code)
    return { state, text: gone ? words.gone(status_code) : words.silent(day), line: gone && day !== '' ? words.since(day) : undefined }
  }
  if (state === 'unknown' || checked_at === null) return { state: 'unknown', text: words.unknown, line: undefined }
  return { state, text: words.ok(momentWords(new Date(checked_at), now, language).replace(', ', ' ')), line: undefined }
}

/** The best link of a service, and what residents get while it is broken. */
export function linkWords(link: ServiceLink | null, now: Date, t: Words, language: Language): LinkWords {
  const words = t.services.link
  if (link === null) return { state: 'none', text: words.none, line: undefined }
  const said = checkedWords(link, now, t, language)
  if (said.state !== 'broken') return { ...said, line: words.levels[link.level] }
  return { ...said, line: link.fallback === null ? words.nothing : words.instead(words.levels[link.fallback.level]) }
}

type Report = NonNullable<ServiceSource['report']>
const PARTS = ['added', 'updated', 'removed', 'skipped', 'elsewhere'] as const

/** "3 neu, 12 geändert"; when nothing happened, how much stayed the same. */
export function reportWords(report: Report, t: Words): string {
  const words = t.services.source.parts
  const said = PARTS.filter((part) => report[part] > 0).map((part) => words[part](report[part]))
  return said.length > 0 ? said.join(', ') : words.same(report.same)
}
