// SPDX-License-Identifier: EUPL-1.2
/** What an item lacks, as sentences that lead into its fields. Pure. */

import { momentWords } from '../compose/moments'
import type { Words } from '../i18n'
import type { FieldError } from '../ui/errors'
import type { NewsContent } from './model'

/** Which field each lack is mended in. */
const FIELD_OF: Record<string, string> = {
  title: 'news-title',
  text: 'news-teaser',
  image_alt: 'news-image',
  unpublish_at: 'news-end',
  urgent_end: 'news-end',
  publish_at: 'news-plan-when',
  past: 'news-plan-when',
  ring_topic: 'news-category',
  ring_title: 'ring-title',
  ring_long: 'ring-title',
  notification: 'ring-title',
  expires_at: 'news-end',
}

export function errorsOf(lacks: string[], content: NewsContent, now: Date, t: Words, language: 'de' | 'en'): FieldError[] {
  const words: Record<string, string> = { ...t.news.editor.lacks, ...t.push.lacks }
  return lacks.map((lack) => {
    const end = lack === 'unpublish_at' && content.unpublish_at !== null ? ` (${momentWords(new Date(content.unpublish_at), now, language)})` : ''
    return { field: FIELD_OF[lack], text: `${words[lack] ?? lack}${end}` }
  })
}
