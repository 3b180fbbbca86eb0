// SPDX-License-Identifier: EUPL-1.2
/** What an event is on the editor's side: its content, and what it lacks. Pure. */

import type { components } from '../../api/schema'
import type { Base } from '../compose/autosave'
import { endsTooEarly, imageOf, instant } from '../publishing/model'
import { verbsOf } from '../publishing/verbs'

type Schemas = components['schemas']

export type StaffEvent = Schemas['StaffEvent']
export type StaffEventRow = Schemas['StaffEventListItem']
export type EventContent = Schemas['EventContent']
export type Timing = EventContent['timing']
export type Excluded = Timing['excluded'][number]
export type Change = EventContent['changes'][number]
export type EventStatus = EventContent['status']
export type Organiser = NonNullable<EventContent['organiser']>
export type Place = NonNullable<EventContent['place']>
export type Dates = Schemas['Dates']
export type SeriesDate = Dates['dates'][number]

export const LIST = '/redaktion/termine'

export const EMPTY: EventContent = {
  title: '',
  teaser: '',
  body: '',
  category: null,
  image: null,
  timing: { start: null, end: null, all_day: false, rrule: null, excluded: [], extra: [] },
  changes: [],
  status: 'scheduled',
  status_note: null,
  organiser: null,
  place: null,
  price: { kind: 'unknown', amounts: [], text: null },
  registration: { required: false, url: null, text: null },
  links: [],
  tags: [],
  publish_at: null,
  unpublish_at: null,
}

/** What the server gives, without what only it may say. */
export function contentOf({ content }: Pick<StaffEvent, 'content'>): EventContent {
  const names = Object.keys(EMPTY) as (keyof EventContent)[]
  const plain = Object.fromEntries(names.map((name) => [name, content[name]])) as unknown as EventContent
  return { ...plain, image: imageOf(content.image), publish_at: instant(content.publish_at), unpublish_at: instant(content.unpublish_at) }
}

export function baseOf(thing: StaffEvent): Base<EventContent> {
  return { version: String(thing.version), content: contentOf(thing) }
}

export const verbs = verbsOf<EventContent, StaffEvent>('/api/v1/staff/events', contentOf)

/** The same once more, for a new draft: what was cancelled there is not here, and it has no moment of appearing yet. */
export function copyOf(content: EventContent): EventContent {
  return { ...content, status: 'scheduled', status_note: null, changes: [], publish_at: null, unpublish_at: null }
}

/** What publication would refuse, in the order of the page; the same rule as the server's. */
export function lacksOf(content: EventContent, now: Date): string[] {
  const found: string[] = []
  if (content.title.trim() === '') found.push('title')
  if (content.timing.start === null) found.push('timing')
  if (content.image !== null && content.image.alt.trim() === '') found.push('image_alt')
  if (endsTooEarly(content, now)) found.push('unpublish_at')
  return found
}
