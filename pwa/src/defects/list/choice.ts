// SPDX-License-Identifier: EUPL-1.2
/** Which reports are shown: as an address of the app, and as a question to the server. Pure. */

import type { ReadPath } from '../../api/types'

export const STATES = ['', 'offen', 'fertig'] as const
export type State = (typeof STATES)[number]

export interface Choice {
  map: boolean
  state: State
  category: string
  query: string
}

export const ALL: Choice = { map: false, state: '', category: '', query: '' }
export const PAGE_SIZE = 20

export function choiceOf(search: URLSearchParams): Choice {
  return {
    map: search.get('ansicht') === 'karte',
    state: STATES.find((state) => state === search.get('stand')) ?? '',
    category: search.get('kategorie') ?? '',
    query: (search.get('q') ?? '').trim(),
  }
}

function question(path: string, search: Record<string, string>): string {
  const said = Object.entries(search).filter(([, value]) => value !== '')
  return said.length === 0 ? path : `${path}?${new URLSearchParams(said).toString()}`
}

export function addressOf({ map, state, category, query }: Choice): string {
  return question('/maengel', { ansicht: map ? 'karte' : '', stand: state, kategorie: category, q: query })
}

function narrowed({ state, category }: Choice): Record<string, string> {
  return { category, status: state === 'offen' ? 'open' : state === 'fertig' ? 'closed' : '' }
}

export function listRequest(choice: Choice, page: number): ReadPath {
  const search = { ...narrowed(choice), q: choice.query, page: page > 1 ? String(page) : '', page_size: String(PAGE_SIZE) }
  return question('/api/v1/defects', search) as ReadPath
}

/** The map narrows down by words itself: it has all of them already. */
export function pointsRequest(choice: Choice): ReadPath {
  return question('/api/v1/defects/points', narrowed(choice)) as ReadPath
}

/** Whether something is narrowed down; the view is none. */
export function isNarrowed({ state, category, query }: Choice): boolean {
  return state !== '' || category !== '' || query !== ''
}
