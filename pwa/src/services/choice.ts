// SPDX-License-Identifier: EUPL-1.2
/** What of the directory is shown, as it stands in the address. Knows no DOM. */

export interface Choice {
  query: string
  /** Slug of a situation in life. */
  situation: string
  /** From A to Z. */
  all: boolean
}

const LONGEST = 100

export function choiceOf(params: URLSearchParams): Choice {
  return {
    // By signs: half of one could not be written into an address again.
    query: Array.from(params.get('q') ?? '').slice(0, LONGEST).join(''),
    situation: params.get('lage') ?? '',
    all: params.get('liste') === 'a-z',
  }
}

export const ALL = '/dienste?liste=a-z'
export const searchAddress = (query: string): string => (query.trim() === '' ? '/dienste' : `/dienste?q=${encodeURIComponent(query.trim())}`)
export const situationAddress = (slug: string): string => `/dienste?lage=${encodeURIComponent(slug)}`
