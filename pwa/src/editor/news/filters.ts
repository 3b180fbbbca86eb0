// SPDX-License-Identifier: EUPL-1.2
/** Which news a list shows: as address, as what a person chose last, and in groups. Knows no page. */

import { store, stored } from '../../ui/settings'
import type { NewsState, StaffNewsRow } from './model'

export const STATES = ['all', 'draft', 'submitted', 'scheduled', 'visible', 'expired', 'withdrawn'] as const

export interface Filter {
  state: NewsState | undefined
  category: string | undefined
  q: string | undefined
  page: number
}

const LIST = '/redaktion/nachrichten'
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

export function addressOf({ state, category, q, page }: Filter): string {
  const query = new URLSearchParams({ stand: WORDS[state ?? 'all'] })
  if (category !== undefined) query.set('rubrik', category)
  if (q !== undefined) query.set('q', q)
  if (page > 1) query.set('seite', String(page))
  return `${LIST}?${query.toString()}`
}

/** What this person chose last; a search is of the moment and is not kept. */
export function recall(person: string): Filter {
  return filterOf(new URLSearchParams(stored(`sv-news-${person}`) ?? ''))
}

recall.keep = (person: string, filter: Filter): void => {
  store(`sv-news-${person}`, addressOf({ ...filter, q: undefined, page: 1 }).slice(LIST.length + 1))
}

export type Group = 'work' | 'visible' | 'over' | 'hits'

function groupOf(row: StaffNewsRow): Group {
  if (row.submitted_at !== null || ['draft', 'submitted', 'scheduled'].includes(row.state)) return 'work'
  return row.state === 'visible' ? 'visible' : 'over'
}

/** In the server's order; whoever chose a state or searches gets one group. */
export function groupsOf(rows: StaffNewsRow[], filter: Filter): { name: Group; rows: StaffNewsRow[] }[] {
  if (filter.q !== undefined || filter.state !== undefined) return [{ name: 'hits', rows }]
  const names: Group[] = ['work', 'visible', 'over']
  return names.map((name) => ({ name, rows: rows.filter((row) => groupOf(row) === name) })).filter((group) => group.rows.length > 0)
}
