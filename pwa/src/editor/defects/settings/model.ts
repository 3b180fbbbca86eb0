// SPDX-License-Identifier: EUPL-1.2
/** Categories and settings as the server says them, and what of them is edited. Knows no page. */

import type { components } from '../../../api/schema'
import type { IconName } from '../../../ui/icon'

type Schemas = components['schemas']
export type Category = Schemas['StaffCategory']
export type Content = Omit<Schemas['CategoryContent'], never>
export type Question = Schemas['EditedQuestion']
export type Settings = Schemas['ReporterSettings']
export type SettingsContent = Schemas['ReporterContent']
export type { Template } from '../model'

export const ICONS = ['lamp', 'road', 'bin', 'tree', 'play', 'sign', 'water', 'bus', 'sofa', 'house', 'build', 'car', 'shop', 'school', 'warn', 'dots'] as const satisfies IconName[]
export const LIMITS = { promise_days: [1, 60], radius: [5, 2000] } as const

export function contentOf(category: Category): Content {
  const { name, group, icon, hint, keywords, questions, templates, email, promise_days, radius, active, position } = category
  return { name, group, icon, hint, keywords, questions, templates, email, promise_days, radius, active, position }
}

/** A new one begins switched off: who is asked and who answers comes first. */
export function freshCategory(name: string, group: string, position: number, promise_days: number): Content {
  return { ...{ name, group, icon: 'dots', hint: '', keywords: [], questions: [], templates: [], email: null }, promise_days, radius: 50, active: false, position }
}

/** In their groups, in the order of the list. */
export function grouped(categories: Category[]): { group: string; rows: Category[] }[] {
  const groups = [...new Set(categories.map(({ group }) => group))]
  return groups.map((group) => ({ group, rows: categories.filter((each) => each.group === group) }))
}

export function isMail(text: string): boolean {
  return /^\S+@\S+\.\S+$/.test(text)
}

/** What is wrong with it, by field. */
export function faultsOf({ name, email, promise_days, radius }: Content): ('name' | 'email' | 'promise_days' | 'radius')[] {
  const within = (value: number, [from, to]: readonly [number, number]) => Number.isInteger(value) && value >= from && value <= to
  return [
    ...(name.trim() === '' ? ['name' as const] : []),
    ...(email !== null && !isMail(email) ? ['email' as const] : []),
    ...(within(promise_days, LIMITS.promise_days) ? [] : ['promise_days' as const]),
    ...(within(radius, LIMITS.radius) ? [] : ['radius' as const]),
  ]
}

/** Moved by one place; at the ends nothing happens. */
export function moved<T>(list: T[], at: number, by: 1 | -1): T[] {
  const to = at + by
  const [item, other] = [list[at], list[to]]
  if (item === undefined || other === undefined) return list
  return list.map((each, index) => (index === at ? other : index === to ? item : each))
}
