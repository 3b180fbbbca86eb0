// SPDX-License-Identifier: EUPL-1.2
/** What pressing the main button leads to, and what it lacks, in the words of the page. Pure. */

import { momentWords } from '../compose/moments'
import type { Words } from '../i18n'
import type { FieldError } from '../ui/errors'
import type { Deed, NewsContent, StaffNews } from './model'

type Language = 'de' | 'en'

/** Beside the button: when and how residents see it. */
export function outcomeWords(deed: Deed | undefined, thing: StaffNews | undefined, content: NewsContent, now: Date, t: Words, language: Language): string {
  const words = t.news.editor.outcome
  const when = (iso: string) => momentWords(new Date(iso), now, language)
  const later = content.publish_at !== null && Date.parse(content.publish_at) > now.getTime()
  if (deed === 'submit') return words.submit
  if (deed === 'restore' || thing?.state === 'withdrawn') return words.withdrawn
  if (deed === undefined) {
    if (thing?.submitted_by != null && thing.submitted_at !== null) return words.waits(thing.submitted_by)
    if (thing?.state === 'scheduled' && content.publish_at !== null) return when(content.publish_at)
    return thing?.published_at == null ? '' : t.news.since(when(thing.published_at))
  }
  if (later && content.publish_at !== null) return words.planned(when(content.publish_at))
  return deed === 'update' ? words.update : words.now
}

/** Which field each lack is mended in. */
export const FIELD_OF: Record<string, string> = {
  title: 'news-title',
  text: 'news-teaser',
  image_alt: 'news-image',
  unpublish_at: 'news-end',
  urgent_end: 'news-end',
  publish_at: 'news-when',
  past: 'news-when',
  ring_topic: 'news-category',
  ring_title: 'ring-title',
  ring_long: 'ring-title',
  notification: 'ring-title',
  expires_at: 'news-end',
}

export function errorsOf(lacks: string[], content: NewsContent, now: Date, t: Words, language: Language): FieldError[] {
  const words: Record<string, string> = { ...t.news.editor.lacks, ...t.push.lacks }
  return lacks.map((lack) => {
    const end = lack === 'unpublish_at' && content.unpublish_at !== null ? ` (${momentWords(new Date(content.unpublish_at), now, language)})` : ''
    return { field: FIELD_OF[lack], text: `${words[lack] ?? lack}${end}` }
  })
}
