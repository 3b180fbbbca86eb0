// SPDX-License-Identifier: EUPL-1.2
/** The compact index of the directory in words, and from A to Z. Knows neither DOM nor network. */

import type { ServiceIndex } from '../api/types'

export interface Situation {
  slug: string
  name: string
  icon: string
}

export interface Entry {
  id: string
  title: string
  /** Other words for it, the shortest first. */
  synonyms: string[]
  teaser: string
  situation: Situation
  /** Whether it can be applied for online. */
  online: boolean
}

export interface OfficeName {
  id: string
  name: string
  place: string
}

export interface Directory {
  /** Those under which something is found, with the number. */
  situations: (Situation & { count: number })[]
  /** From A to Z, as the server sorts them. */
  services: Entry[]
  offices: OfficeName[]
}

/** The form that this build reads. */
const FORM = 1
const OTHER: Situation = { slug: '', name: '', icon: 'services' }

/** undefined for a form that only a later build knows. */
export function readIndex({ version, situations, services, offices }: ServiceIndex): Directory | undefined {
  if (version !== FORM) return undefined
  const known = situations.map(([slug, name, icon]) => ({ slug: String(slug), name: String(name), icon: String(icon), count: 0 }))
  const entries = services.map(([id, title, synonyms, teaser, place, online]): Entry => {
    const situation = known[Number(place)]
    if (situation !== undefined) situation.count += 1
    return {
      id: String(id),
      title: String(title),
      synonyms: Array.isArray(synonyms) ? synonyms.map(String) : [],
      teaser: String(teaser),
      situation: situation ?? OTHER,
      online: online === 1,
    }
  })
  return {
    situations: known.filter(({ count }) => count > 0),
    services: entries,
    offices: offices.map(([id, name, place]) => ({ id: String(id), name: String(name), place: String(place) })),
  }
}

const NUMBERS = '0–9'

/** Ä stands with A; what begins with no letter stands with the numbers. */
export function letterOf(title: string): string {
  const first = title.normalize('NFD').replace(/^[^\p{L}\p{N}]+/u, '').toUpperCase().charAt(0)
  return /[A-Z]/.test(first) ? first : NUMBERS
}

/** By their first letter, in the order in which they come. */
export function byLetter(services: Entry[]): [string, Entry[]][] {
  const found = new Map<string, Entry[]>()
  for (const service of services) {
    const letter = letterOf(service.title)
    const own = found.get(letter)
    if (own) own.push(service)
    else found.set(letter, [service])
  }
  return [...found]
}
