// SPDX-License-Identifier: EUPL-1.2
/** What pressing the main button leads to, in the words of the page. Pure. */

import { momentWords } from '../compose/moments'
import type { Words } from '../i18n'
import type { Deed, Item, Planned } from './model'

type Language = 'de' | 'en'

/** Beside the button: when and how residents see it. */
export function outcomeWords(deed: Deed | undefined, thing: Item | undefined, { publish_at }: Pick<Planned, 'publish_at'>, now: Date, t: Words, language: Language): string {
  const words = t.publishing.editor.outcome
  const when = (iso: string) => momentWords(new Date(iso), now, language)
  const later = publish_at !== null && Date.parse(publish_at) > now.getTime()
  if (deed === 'submit') return words.submit
  if (deed === 'restore' || thing?.state === 'withdrawn') return words.withdrawn
  if (deed === undefined) {
    if (thing?.submitted_by != null && thing.submitted_at !== null) return words.waits(thing.submitted_by)
    if (thing?.state === 'scheduled' && publish_at !== null) return when(publish_at)
    return thing?.published_at == null ? '' : t.publishing.since(when(thing.published_at))
  }
  if (later && publish_at !== null) return words.planned(when(publish_at))
  return deed === 'update' ? words.update : words.now
}
