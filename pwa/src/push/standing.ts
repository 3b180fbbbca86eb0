// SPDX-License-Identifier: EUPL-1.2
/** What this device can do and has done, as one word; and the choice it begins with. Pure. */

import type { Install } from '../offline/install'
import type { Wishes } from '../offline/push-record'

export type Standing = 'install' | 'unsupported' | 'denied' | 'off' | 'on'

export interface Facts {
  platform: Install['platform']
  installed: boolean
  supported: boolean
  permission: NotificationPermission | undefined
  subscribed: boolean
}

export function standingOf({ platform, installed, supported, permission, subscribed }: Facts): Standing {
  // A page in the browser of an iPhone cannot; the same page as an app can.
  if (platform === 'ios' && !installed) return 'install'
  if (!supported) return 'unsupported'
  if (permission === 'denied') return 'denied'
  // A permission that was taken back to "ask" took the subscription with it.
  return subscribed && permission === 'granted' ? 'on' : 'off'
}

export type Where = 'ios' | 'app' | 'firefox' | 'safari' | 'chrome'

/** Whose settings hold the permission. */
export function whereToAllow(agent: string, platform: Install['platform'], installed: boolean): Where {
  if (platform === 'ios') return 'ios'
  if (platform === 'android' && installed) return 'app'
  if (/Firefox\//.test(agent)) return 'firefox'
  return /Safari\//.test(agent) && !/Chrom(e|ium)\//.test(agent) ? 'safari' : 'chrome'
}

export const URGENT = 'urgent'

export function topicOf(category: string): string {
  return `news:${category}`
}

/** News of a single report: the own one, or one that somebody follows. */
export function isOfReport(topic: string): boolean {
  return /^(report|defect):/.test(topic)
}

/** Urgent matters; the night stays quiet except for what cannot wait. */
export const FIRST_WISHES: Wishes = { topics: [URGENT], quiet: { from: '22:00', to: '07:00' }, urgent_passes: true }

/** With the category one came from, if there is such a one. */
export function wishesWith(wishes: Wishes, all: string[], category: string | null): Wishes {
  const more = category === null ? [] : all.filter((topic) => topic === topicOf(category) && !wishes.topics.includes(topic))
  return { ...wishes, topics: [...wishes.topics, ...more] }
}

/** Without what else a record remembers: only this goes to the server. */
export function onlyWishes({ topics, quiet, urgent_passes }: Wishes): Wishes {
  return { topics, quiet, urgent_passes }
}

/** Every half hour, and the present value if it is none of them. */
export function clocks(present: string): string[] {
  const all = Array.from({ length: 48 }, (_, half) => `${String(Math.floor(half / 2)).padStart(2, '0')}:${half % 2 === 0 ? '00' : '30'}`)
  return all.includes(present) ? all : [...all, present].sort()
}
