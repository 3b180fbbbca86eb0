// SPDX-License-Identifier: EUPL-1.2
/** One topic more or less on this device, from whatever page: permission is asked only after the tap. */

import type { Install } from '../offline/install'
import { keepFollowed } from '../offline/followed'
import { readRecord, type Wishes } from '../offline/push-record'
import { change, enable, stop, type Outcome } from './device'
import { FIRST_WISHES, onlyWishes, standingOf, type Standing } from './standing'

export type Hindrance = Extract<Standing, 'install' | 'unsupported' | 'denied'>

/** This device as it is now. */
async function standingNow({ platform, installed }: Pick<Install, 'platform' | 'installed'>): Promise<Standing> {
  const supported = 'serviceWorker' in navigator && 'PushManager' in globalThis && 'Notification' in globalThis
  const permission = supported ? Notification.permission : undefined
  return standingOf({ platform, installed, supported, permission, subscribed: (await readRecord()) !== undefined })
}

/** Adds the topic, and turns notifications on where they are off. A device without any gets this one alone. */
export async function follow(topic: string, name: string, key: string, device: Pick<Install, 'platform' | 'installed'>): Promise<Outcome | Hindrance> {
  const standing = await standingNow(device)
  if (standing !== 'on' && standing !== 'off') return standing
  const record = await readRecord()
  const before: Wishes = record === undefined ? { ...FIRST_WISHES, topics: [] } : onlyWishes(record)
  const wishes = { ...before, topics: [...before.topics.filter((other) => other !== topic), topic] }
  let outcome = standing === 'on' ? await change(wishes) : await enable(key, wishes)
  // The server has forgotten this device, and the resident has just said what is wanted.
  if (outcome === 'lost') outcome = await enable(key, wishes)
  if (outcome === 'done') keepFollowed(topic, name)
  return outcome
}

/** Takes the topic away; without any other nothing stays at the server. */
export async function unfollow(topic: string): Promise<Outcome> {
  const outcome = await stopFollowing(topic)
  if (outcome === 'done') keepFollowed(topic)
  return outcome
}

async function stopFollowing(topic: string): Promise<Outcome> {
  const record = await readRecord()
  if (record === undefined || !record.topics.includes(topic)) return 'done'
  const topics = record.topics.filter((other) => other !== topic)
  const outcome = topics.length === 0 ? await stop() : await change({ ...onlyWishes(record), topics })
  return outcome === 'lost' ? 'done' : outcome
}
