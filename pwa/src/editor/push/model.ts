// SPDX-License-Identifier: EUPL-1.2
/** What a notification is on the editor's side: whom it is for, what it lacks, what became of it. Pure. */

import type { components } from '../../api/schema'
import type { Words } from '../i18n'

type Schemas = components['schemas']
export type Message = Schemas['Message']
export type Audience = Schemas['Audience']
export type MessageBody = Schemas['MessageBody']
/** What the server is asked to send with a publication. */
export type Wish = Schemas['Wish']

export const URGENT = 'urgent'
/** What fits on a locked phone. */
export const ADVICE = { title: 40, text: 110 }
/** What the server takes at most. */
const LONGEST = { title: 120, text: 300 }
/** More devices than this at night are worth one more look. */
const MANY = 500

/** What the editor has in mind: null follows the item's own words. */
export interface Plan {
  on: boolean
  title: string | null
  text: string | null
  /** The item has rung before, and shall ring again. */
  insist: boolean
}

export const NO_PLAN: Plan = { on: false, title: null, text: null, insist: false }

/** Who hears of an item: the same rule as the server's. */
export function topicsOf(kind: 'news' | 'events', category: string | null): string[] {
  return category === null ? [] : [`${kind}:${category}`]
}

/** What the phones would show, at the moment of sending. */
export function wishOf(plan: Plan, item: { title: string; teaser: string }): Wish | null {
  if (!plan.on) return null
  return { title: (plan.title ?? item.title).trim(), text: (plan.text ?? item.teaser).trim(), insist: plan.insist }
}

/** What sending would refuse, in the order of the page. */
export function lacksOf({ title, text }: Pick<Wish, 'title' | 'text'>, topics: string[]): string[] {
  const found: string[] = []
  if (topics.length === 0) found.push('ring_topic')
  if (title.trim() === '') found.push('ring_title')
  if (title.length > LONGEST.title || text.length > LONGEST.text) found.push('ring_long')
  return found
}

/** Whether so many devices ring at any hour that the number is named once more. */
export function isGreat(urgent: boolean, devices: number | undefined): boolean {
  return urgent && devices !== undefined && devices > MANY
}

/** Where the message stands for the card of its item. */
export function stageOf(message: Message | null): 'none' | 'planned' | 'sent' {
  if (message === null) return 'none'
  if (message.state === 'waiting') return 'planned'
  // What was called off before it reached anybody leaves the item as it was.
  return message.state === 'cancelled' && message.audience === 0 ? 'none' : 'sent'
}

/** In how many milliseconds it is worth asking again what became of it; undefined: never. */
export function nextLook({ state, due_at }: Message, now: number): number | undefined {
  const due = Date.parse(due_at) - now
  if (state === 'sending' || (state === 'waiting' && due <= 0)) return 1500
  return state === 'waiting' ? Math.min(due + 500, 30_000) : undefined
}

/** What became of it, sentence by sentence; nothing is said of what is zero. */
export function outcomeOf(message: Message, t: Words, when: string): string[] {
  const words = t.push
  const { state, audience, reached, gone, failed, deferred } = message
  if (state === 'waiting') return [words.planned(when)]
  if (state === 'cancelled' && audience === 0) return [words.calledOff(when)]
  const head = state === 'sending' ? words.sending(reached + gone + failed, audience) : words.reached(reached, audience)
  return [
    ...(state === 'cancelled' ? [words.calledOffRest] : []),
    head,
    ...(deferred > 0 ? [words.deferred(deferred)] : []),
    ...(gone > 0 ? [words.gone(gone)] : []),
    ...(failed > 0 ? [words.failed(failed)] : []),
  ]
}

/** What topics are called: the categories' names, and the warnings. */
export function topicNames(kind: 'news' | 'events', categories: { slug: string; name: string }[], t: Words): Record<string, string> {
  return { [URGENT]: t.push.warnings, ...Object.fromEntries(categories.map(({ slug, name }) => [`${kind}:${slug}`, name])) }
}

/** "„Verkehr“ oder „Dringende Hinweise“". Who remembered one event hears of it under several topics, and is named once. */
export function topicWords(topics: string[], names: Record<string, string>, t: Words): string {
  const words = topics.map((topic) => (topic.startsWith('event:') ? t.push.remembered : t.push.quoted(names[topic] ?? topic.replace(/^\w+:/, ''))))
  return [...new Set(words)].join(` ${t.push.and} `)
}
