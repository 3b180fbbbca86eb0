// SPDX-License-Identifier: EUPL-1.2
/** What a news item is on the editor's side: content, states, what its main button does. Pure. */

import type { Image } from '../../api/types'
import type { components } from '../../api/schema'
import type { Base } from '../compose/autosave'

type Schemas = components['schemas']

export type StaffNews = Schemas['StaffNews']
export type StaffNewsRow = Schemas['StaffNewsListItem']
export type NewsContent = Schemas['NewsContent']
export type StaffImage = NonNullable<StaffNews['content']['image']>
export type NewsState = StaffNews['state']
export type Verb = StaffNews['may'][number]

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

/** One spelling for one instant: two servers write the same moment differently. */
function instant(iso: string | null): string | null {
  return iso === null ? null : new Date(iso).toISOString()
}

/** What the server gives, without what only it may say. */
export function contentOf({ content }: Pick<StaffNews, 'content'>): NewsContent {
  const { image } = content
  return {
    title: content.title,
    teaser: content.teaser,
    body: content.body,
    category: content.category,
    image: image && { media_id: image.media_id, alt: image.alt, credit: image.credit, caption: image.caption },
    publish_at: instant(content.publish_at),
    unpublish_at: instant(content.unpublish_at),
    urgent: content.urgent,
  }
}

export function baseOf(thing: StaffNews): Base<NewsContent> {
  return { version: String(thing.version), content: contentOf(thing) }
}

/** The picture as the app shows it, with the words of this item. */
export function pictureOf(content: NewsContent, known: Map<string, Image>): Image | null {
  const { image } = content
  const sizes = image === null ? undefined : known.get(image.media_id)
  return image === null || sizes === undefined ? null : { ...sizes, alt: image.alt, credit: image.credit, caption: image.caption }
}

export type Deed = 'publish' | 'plan' | 'update' | 'release' | 'submit' | 'restore'

/** What the one filled button does now; undefined when there is nothing to do. `pair`: another person publishes what this one writes. */
export function mainDeed(thing: StaffNews | undefined, content: NewsContent, changed: boolean, pair: boolean, now: Date): Deed | undefined {
  const later = content.publish_at !== null && Date.parse(content.publish_at) > now.getTime()
  if (thing === undefined && pair) return 'submit'
  if (thing === undefined) return later ? 'plan' : 'publish'
  const isPublic = ['visible', 'scheduled', 'expired'].includes(thing.state)
  // One's own words are not on the server yet: after saving, publishing is possible.
  const ahead = isPublic && changed && !thing.may.includes('submit')
  const publishes = thing.may.includes('publish') || (ahead && !pair)
  if ((thing.may.includes('submit') || ahead) && !publishes) return 'submit'
  if (publishes) {
    if (thing.submitted_at !== null) return 'release'
    if (isPublic) return 'update'
    return later ? 'plan' : 'publish'
  }
  return thing.may.includes('restore') ? 'restore' : undefined
}

/** What publication would refuse, in the order of the page; the same rule as the server's. */
export function lacksOf(content: NewsContent, now: Date): string[] {
  const found: string[] = []
  const begin = Date.parse(content.publish_at ?? '') || 0
  const end = content.unpublish_at === null ? undefined : Date.parse(content.unpublish_at)
  if (content.title.trim() === '') found.push('title')
  if (content.teaser.trim() === '' && content.body === '') found.push('text')
  if (content.image !== null && content.image.alt.trim() === '') found.push('image_alt')
  if (content.urgent && end === undefined) found.push('urgent_end')
  if (end !== undefined && end <= Math.max(begin, now.getTime())) found.push('unpublish_at')
  return found
}

/** Whether residents' words and the editor's differ. */
export function isEmpty(content: NewsContent): boolean {
  return content.title.trim() === '' && content.teaser.trim() === '' && content.body === '' && content.image === null
}
