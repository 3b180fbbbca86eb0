// SPDX-License-Identifier: EUPL-1.2
/** What everything has in common that is written, released and shown to residents: its states and its main button. Pure. */

import type { components } from '../../api/schema'
import type { Image } from '../../api/types'
import type { ImageValue } from '../media/image-field'

type StaffNews = components['schemas']['StaffNews']

export type State = StaffNews['state']
export type Verb = StaffNews['may'][number]

/** What the server tells of such a thing, whatever its content. */
export type Item = Omit<StaffNews, 'content'>
/** What of a content decides when it is seen. */
export interface Planned {
  title: string
  publish_at: string | null
  unpublish_at: string | null
}

/** One spelling for one instant: two servers write the same moment differently. */
export function instant(iso: string | null): string | null {
  return iso === null ? null : new Date(iso).toISOString()
}

/** A picture without what only the server may say of it. */
export function imageOf(image: ImageValue | null): ImageValue | null {
  return image && { media_id: image.media_id, alt: image.alt, credit: image.credit, caption: image.caption }
}

/** The picture as the app shows it, with the words of this item. */
export function pictureOf(image: ImageValue | null, known: Map<string, Image>): Image | null {
  const sizes = image === null ? undefined : known.get(image.media_id)
  return image === null || sizes === undefined ? null : { ...sizes, alt: image.alt, credit: image.credit, caption: image.caption }
}

export type Deed = 'publish' | 'plan' | 'update' | 'release' | 'submit' | 'restore'

type Standing = Pick<Item, 'state' | 'may' | 'submitted_at'>

/** What the one filled button does now; undefined when there is nothing to do. `pair`: another person publishes what this one writes. */
export function mainDeed(thing: Standing | undefined, content: Pick<Planned, 'publish_at'>, changed: boolean, pair: boolean, now: Date): Deed | undefined {
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

/** Whether it ends before it begins, or has ended already. */
export function endsTooEarly({ publish_at, unpublish_at }: Pick<Planned, 'publish_at' | 'unpublish_at'>, now: Date): boolean {
  const begin = publish_at === null ? 0 : Date.parse(publish_at)
  return unpublish_at !== null && Date.parse(unpublish_at) <= Math.max(begin, now.getTime())
}
