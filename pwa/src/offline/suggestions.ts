// SPDX-License-Identifier: EUPL-1.2
/** What the resident writes and has sent, on this device only: a draft survives a reload, a secret leads to the answer. */

import { newSecret, newUuid } from './own-keys'

export interface Draft {
  /** Made before the first letter, so that sending twice is sending once. */
  id: string
  secret: string
  /** Epoch milliseconds; whoever reloads has not begun anew. */
  begun: number
  title: string
  startDay: string
  startTime: string
  endDay: string
  endTime: string
  allDay: boolean
  place: string
  organiser: string
  description: string
  link: string
  name: string
  email: string
  phone: string
}

export interface Sent {
  id: string
  secret: string
  title: string
}

const DRAFT = 'sv-suggestion'
const SENT = 'sv-suggestions'
const MOST = 20

function read(key: string): unknown {
  try {
    return JSON.parse(localStorage.getItem(key) ?? 'null')
  } catch {
    return null
  }
}

function write(key: string, value: unknown): void {
  try {
    if (value === null) localStorage.removeItem(key)
    else localStorage.setItem(key, JSON.stringify(value))
  } catch {
    // A device that keeps nothing: the text lives as long as the page.
  }
}

export function emptyDraft(): Draft {
  const words = { title: '', place: '', organiser: '', description: '', link: '', name: '', email: '', phone: '' }
  return { id: newUuid(), secret: newSecret(), begun: Date.now(), startDay: '', startTime: '', endDay: '', endTime: '', allDay: false, ...words }
}

/** The draft as it was left, in today's shape. */
export function readDraft(): Draft {
  const empty = emptyDraft()
  const found = Object(read(DRAFT)) as Record<string, unknown>
  const known = Object.entries(empty).filter(([name, value]) => typeof found[name] === typeof value)
  return { ...empty, ...Object.fromEntries(known.map(([name]) => [name, found[name]])) }
}

export function keepDraft(draft: Draft): void {
  write(DRAFT, draft)
}

export function dropDraft(): void {
  write(DRAFT, null)
}

export function sentSuggestions(): Sent[] {
  const found = read(SENT)
  return Array.isArray(found) ? found.filter((each): each is Sent => typeof Object(each).id === 'string' && typeof Object(each).secret === 'string') : []
}

/** Sent: the draft is empty again, and the way to the answer is kept. */
export function keepSent({ id, secret: own, title }: Sent): void {
  write(SENT, [{ id, secret: own, title }, ...sentSuggestions().filter((each) => each.id !== id)].slice(0, MOST))
  dropDraft()
}
