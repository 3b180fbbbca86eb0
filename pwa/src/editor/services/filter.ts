// SPDX-License-Identifier: EUPL-1.2
/** Which services the list shows, as an address. Pure. */

import { SERVICES } from './places'

export const VIEWS = ['all', 'broken', 'own', 'hidden'] as const
export type View = (typeof VIEWS)[number]

export interface Filter {
  view: View
  situation: string | undefined
  q: string | undefined
  page: number
}

/** The views as they stand in the address, in the words of the page. */
const WORDS: Record<View, string> = { all: 'alle', broken: 'link-defekt', own: 'eigene', hidden: 'ausgeblendet' }

export const ways = {
  read(query: URLSearchParams): Filter {
    const page = Number(query.get('seite') ?? 1)
    return {
      view: VIEWS.find((view) => WORDS[view] === query.get('ansicht')) ?? 'all',
      situation: query.get('lage') ?? undefined,
      q: query.get('q') ?? undefined,
      page: Number.isInteger(page) && page > 0 ? page : 1,
    }
  },
  address({ view, situation, q, page }: Filter): string {
    const query = new URLSearchParams({ ansicht: WORDS[view] })
    if (situation !== undefined) query.set('lage', situation)
    if (q !== undefined) query.set('q', q)
    if (page > 1) query.set('seite', String(page))
    return `${SERVICES}?${query.toString()}`
  },
  /** A search is of the moment. */
  lasting: (filter: Filter): Filter => ({ ...filter, q: undefined, page: 1 }),
}

export function isNarrowed({ view, situation, q }: Filter): boolean {
  return view !== 'all' || situation !== undefined || q !== undefined
}
