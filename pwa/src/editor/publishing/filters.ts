// SPDX-License-Identifier: EUPL-1.2
/** Which items a list shows, as an address. Knows no page and no feature. */

import type { State } from './model'

export const STATES = ['all', 'draft', 'submitted', 'scheduled', 'visible', 'expired', 'withdrawn'] as const

export interface Filter {
  state: State | undefined
  category: string | undefined
  q: string | undefined
  page: number
}

/** The states as they stand in the address, in the words of the page. */
const WORDS: Record<(typeof STATES)[number], string> = {
  all: 'alle',
  draft: 'entwurf',
  submitted: 'freigabe',
  scheduled: 'geplant',
  visible: 'sichtbar',
  expired: 'abgelaufen',
  withdrawn: 'zurueckgezogen',
}

export function filterOf(query: URLSearchParams): Filter {
  const state = STATES.find((name) => WORDS[name] === query.get('stand'))
  const page = Number(query.get('seite') ?? 1)
  return {
    state: state === 'all' ? undefined : state,
    category: query.get('rubrik') ?? undefined,
    q: query.get('q') ?? undefined,
    page: Number.isInteger(page) && page > 0 ? page : 1,
  }
}

/** Without a filter of one's own the address says so: an empty one means what was chosen last. */
export function addressOf(list: string, { state, category, q, page }: Filter): string {
  const query = new URLSearchParams({ stand: WORDS[state ?? 'all'] })
  if (category !== undefined) query.set('rubrik', category)
  if (q !== undefined) query.set('q', q)
  if (page > 1) query.set('seite', String(page))
  return `${list}?${query.toString()}`
}

export function isFiltered({ state, category, q }: Filter): boolean {
  return state !== undefined || category !== undefined || q !== undefined
}

/** In the server's order; whoever chose a state or searches gets one group. */
export function groupsOf<R, Name extends string>(rows: R[], filter: Filter, names: readonly Name[], groupOf: (row: R) => Name): { name: Name | 'hits'; rows: R[] }[] {
  if (filter.q !== undefined || filter.state !== undefined) return [{ name: 'hits', rows }]
  return names.map((name) => ({ name, rows: rows.filter((row) => groupOf(row) === name) })).filter((group) => group.rows.length > 0)
}
