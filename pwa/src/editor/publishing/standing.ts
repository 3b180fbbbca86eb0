// SPDX-License-Identifier: EUPL-1.2
/** Where an item stands while somebody writes on it: what the main button does, whether phones ring with it. Draws nothing. */

import { useRef } from 'preact/hooks'
import { staff } from '../../api/staff'
import type { Image } from '../../api/types'
import type { Ringing } from '../push/ringing'
import { useSession } from '../session'
import { useLoad } from '../ui/load'
import { mainDeed, type Deed, type Item, type Planned } from './model'
import type { Writing } from './use-deeds'

/** Whether another person publishes what this one writes. */
export function usePair(urgent = false): boolean {
  const { can, person } = useSession()
  const settings = useLoad('settings', () => staff.GET('/api/v1/staff/settings')).data
  if (person.organiser !== null && settings?.organisers_publish !== true) return true
  return settings?.four_eyes === true && !(urgent && can('ADMIN'))
}

/** The sizes of every picture that this text has shown; its content only names them. */
export function usePictures(image: (Image & { media_id: string }) | null | undefined): Map<string, Image> {
  const known = useRef(new Map<string, Image>())
  if (image && !known.current.has(image.media_id)) known.current.set(image.media_id, image)
  return known.current
}

/** Residents have it since then. */
export function isSeen(thing: Pick<Item, 'published_at'> | undefined, now: Date): boolean {
  return thing?.published_at != null && Date.parse(thing.published_at) <= now.getTime()
}

export interface Standing {
  deed: Deed | undefined
  rings: boolean
  /** Nothing but the notification leaves. */
  onlyRings: boolean
  /** What a locked phone shows. */
  lock: { title: string; text: string; at: string | null; on: boolean }
  /** Somebody else releases the item, and rings. */
  elsewhere: boolean
}

export function standingOf<C extends Planned & { teaser: string }, T extends Item>(desk: Writing<C, T>, ringing: Ringing, pair: boolean, now: Date): Standing {
  const { content, thing, status } = desk
  const changed = status.state !== 'saved'
  const still = !changed && (thing?.state === 'visible' || thing?.state === 'scheduled') && !thing.unpublished_changes
  // What residents have as it is can still ring.
  const deed = mainDeed(thing, content, changed, pair, now) ?? (still && ringing.wish !== null ? 'update' : undefined)
  const rings = ringing.wish !== null && deed !== undefined && deed !== 'submit' && deed !== 'restore'
  const shown = ringing.wish ?? thing?.notification ?? { title: content.title, text: content.teaser }
  return {
    deed,
    rings,
    onlyRings: rings && still && thing?.state === 'visible',
    lock: { title: shown.title, text: shown.text, at: content.publish_at, on: rings || thing?.notification != null },
    elsewhere: deed === 'submit' || (thing?.submitted_at != null && deed === undefined),
  }
}
