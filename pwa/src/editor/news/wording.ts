// SPDX-License-Identifier: EUPL-1.2
/** The fields of an item as sentences, for history and conflict. Pure. */

import type { Wording } from '../compose/conflict-page'
import { momentWords, showEnd } from '../compose/moments'
import type { Words } from '../i18n'
import type { NewsContent } from './model'

type Language = 'de' | 'en'

export function wordingOf(t: Words, categories: { slug: string; name: string }[], language: Language): Wording<NewsContent> {
  const words = t.news.editor
  const shared = t.publishing.editor
  const labels: Record<keyof NewsContent, string> = {
    title: words.headline,
    teaser: words.teaser,
    image: shared.image,
    body: shared.text,
    category: t.publishing.category,
    publish_at: shared.appears,
    unpublish_at: shared.ends,
    urgent: t.news.urgent,
  }
  const read: { [F in keyof NewsContent]?: (value: NewsContent[F]) => string } = {
    category: (slug) => categories.find((each) => each.slug === slug)?.name ?? t.publishing.noCategory,
    image: (image) => (image === null ? t.compose.conflict.nothing : [image.alt, image.caption, image.credit].filter(Boolean).join(' · ')),
    publish_at: (iso) => (iso === null ? shared.now : momentWords(new Date(iso), new Date(), language)),
    unpublish_at: (iso) => (iso === null ? t.compose.conflict.nothing : showEnd(new Date(iso), language)),
    urgent: (on) => (on ? t.news.urgent : t.compose.conflict.nothing),
  }
  return {
    fields: Object.keys(labels) as (keyof NewsContent)[],
    texts: ['body'],
    label: (field) => labels[field as keyof NewsContent],
    words: (field, value) => (read[field as keyof NewsContent] as ((value: unknown) => string) | undefined)?.(value) ?? String(value),
  }
}
