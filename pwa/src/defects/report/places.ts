// SPDX-License-Identifier: EUPL-1.2
/** What is known of places without asking anybody: names that begin like what is typed, and whose ground it is. Pure. */

import type { DefectArea } from '../../api/types'
import { contains, metres, type Spot } from '../../ui/geo'

type Place = DefectArea['places'][number]

const MOST = 6
const LETTERS: Record<string, string> = { ä: 'ae', ö: 'oe', ü: 'ue', ß: 'ss' }

function plain(text: string): string {
  return text.toLowerCase().replace(/[äöüß]/g, (letter) => LETTERS[letter] ?? letter).replace(/str\.|strasse/g, 'str')
}

/** Names of which a word begins like the text, up to the number of a house; a name that begins so stands first. */
export function proposals(places: Place[], text: string): Place[] {
  const asked = plain(text.replace(/\s*\d.*$/, '').trim())
  if (asked.length < 2) return []
  const rank = ({ name }: Place): number => {
    const own = plain(name)
    if (own === asked) return name === text ? 3 : 0
    return own.startsWith(asked) ? 1 : own.split(/[\s-]+/).some((word) => word.startsWith(asked)) ? 2 : 3
  }
  return places
    .map((place) => ({ place, rank: rank(place) }))
    .filter(({ rank: found }) => found < 3)
    .sort((one, other) => one.rank - other.rank || one.place.name.localeCompare(other.place.name, 'de'))
    .slice(0, MOST)
    .map(({ place }) => place)
}

/** Null while it lies inside, or nobody knows; else the neighbour's name, or '' where that is not known either. */
export function outsideOf(area: Pick<DefectArea, 'border' | 'neighbours'> | undefined, spot: Spot): string | null {
  if (!area?.border || contains(area.border, spot)) return null
  return area.neighbours.find(({ border }) => contains(border, spot))?.name ?? ''
}

/** The nearest first, within `radius` metres. */
export function within<T extends Spot>(points: T[], spot: Spot, radius: number): (T & { distance: number })[] {
  return points
    .map((point) => ({ ...point, distance: Math.round(metres(point, spot)) }))
    .filter(({ distance }) => distance <= radius)
    .sort((one, other) => one.distance - other.distance)
}

/** "60 m", "1,2 km". */
export function distanceWords(distance: number, language: string): string {
  if (distance < 1000) return `${Math.round(distance / 10) * 10} m`
  return `${(distance / 1000).toLocaleString(language === 'en' ? 'en-GB' : 'de-DE', { maximumFractionDigits: 1 })} km`
}
