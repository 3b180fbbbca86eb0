// SPDX-License-Identifier: EUPL-1.2
/** Which reports the inbox shows and how, as an address. Pure. */

import { LIST, VIEWS, type View } from './model'

export interface Filter {
  view: View
  category: string | undefined
  mine: boolean
  map: boolean
  q: string | undefined
  page: number
}

/** The views as they stand in the address, in the words of the page. */
const WORDS: Record<View, string> = { inbox: 'eingang', working: 'in-arbeit', waiting: 'bei-anderen', closed: 'abgeschlossen' }

export const ways = {
  read(query: URLSearchParams): Filter {
    const page = Number(query.get('seite') ?? 1)
    return {
      view: VIEWS.find((view) => WORDS[view] === query.get('ablage')) ?? 'inbox',
      category: query.get('kategorie') ?? undefined,
      mine: query.has('meine'),
      map: query.get('ansicht') === 'karte',
      q: query.get('q') ?? undefined,
      page: Number.isInteger(page) && page > 0 ? page : 1,
    }
  },
  address({ view, category, mine, map, q, page }: Filter): string {
    const query = new URLSearchParams({ ablage: WORDS[view] })
    if (category !== undefined) query.set('kategorie', category)
    if (mine) query.set('meine', '')
    if (map) query.set('ansicht', 'karte')
    if (q !== undefined) query.set('q', q)
    if (page > 1) query.set('seite', String(page))
    return `${LIST}?${query.toString()}`
  },
  /** A search is of the moment. */
  lasting: (filter: Filter): Filter => ({ ...filter, q: undefined, page: 1 }),
}

export function isNarrowed({ category, mine, q }: Filter): boolean {
  return category !== undefined || mine || q !== undefined
}
