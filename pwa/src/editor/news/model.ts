// SPDX-License-Identifier: EUPL-1.2
/** What a news item is on the editor's side: its content, and what it lacks. Pure. */

import type { components } from '../../api/schema'
import type { Base } from '../compose/autosave'
import { endsTooEarly, imageOf, instant } from '../publishing/model'
import { verbsOf } from '../publishing/verbs'

type Schemas = components['schemas']

export type StaffNews = Schemas['StaffNews']
export type StaffNewsRow = Schemas['StaffNewsListItem']
export type NewsContent = Schemas['NewsContent']

export const LIST = '/redaktion/nachrichten'

export const EMPTY: NewsContent = {
  title: '',
  teaser: '',
  body: '',
  category: null,
  image: null,
  publish_at: null,
  unpublish_at: null,
  urgent: false,
}

/** What the server gives, without what only it may say. */
export function contentOf({ content }: Pick<StaffNews, 'content'>): NewsContent {
  return {
    title: content.title,
    teaser: content.teaser,
    body: content.body,
    category: content.category,
    image: imageOf(content.image),
    publish_at: instant(content.publish_at),
    unpublish_at: instant(content.unpublish_at),
    urgent: content.urgent,
  }
}

export function baseOf(thing: StaffNews): Base<NewsContent> {
  return { version: String(thing.version), content: contentOf(thing) }
}

export const verbs = verbsOf<NewsContent, StaffNews>('/api/v1/staff/news', contentOf)

/** What publication would refuse, in the order of the page; the same rule as the server's. */
export function lacksOf(content: NewsContent, now: Date): string[] {
  const found: string[] = []
  if (content.title.trim() === '') found.push('title')
  if (content.teaser.trim() === '' && content.body === '') found.push('text')
  if (content.image !== null && content.image.alt.trim() === '') found.push('image_alt')
  if (content.urgent && content.unpublish_at === null) found.push('urgent_end')
  if (endsTooEarly(content, now)) found.push('unpublish_at')
  return found
}
