// SPDX-License-Identifier: EUPL-1.2
/** Pictures of the library as pages show them: short names for the contract, and their facts in words. Pure. */

import type { components } from '../../api/schema'
import type { Image } from '../../api/types'

type Schemas = components['schemas']

export type Picture = Schemas['StaffMedia']
export type PictureDetail = Schemas['StaffMediaDetail']
export type PictureContent = Schemas['PictureContent']
export type PictureUse = Schemas['PictureUse']

/** As the resident's component shows it. */
export function shown(picture: Picture): Image {
  const { alt, credit, src, srcset, width, height, focal_x, focal_y } = picture
  return { alt, credit, caption: null, src, srcset, width, height, focal_x, focal_y }
}

export function contentOf({ name, alt, credit, focal_x, focal_y }: PictureContent): PictureContent {
  return { name, alt, credit, focal_x, focal_y }
}

/** Pixels of the largest file; a picture itself tells those of the one for everybody. */
export function largest({ srcset, width, height }: Picture): { width: number; height: number } {
  const most = Number(/(\d+)w$/.exec(srcset)?.[1] ?? width)
  return { width: most, height: Math.round((height * most) / width) }
}

/** "1,2 MB", "340 KB" */
export function sizeWords(bytes: number, language: string): string {
  const [value, unit] = bytes < 1_000_000 ? [Math.max(1, Math.round(bytes / 1000)), 'KB'] : [Math.round(bytes / 100_000) / 10, 'MB']
  return `${value.toLocaleString(language)} ${unit}`
}

const PLACES: Record<PictureUse['type'], string> = { news: 'nachrichten', event: 'termine', page: 'seiten' }

/** Where staff edit what shows a picture. */
export function placeOf({ type, id }: PictureUse): string {
  return `/redaktion/${PLACES[type]}/${id}`
}

/** Puts stored pictures in front, each once. */
export function withNew(list: readonly Picture[], stored: readonly Picture[]): Picture[] {
  const fresh = new Set(stored.map(({ id }) => id))
  return [...[...stored].reverse().filter(({ id }, at, all) => all.findIndex((one) => one.id === id) === at), ...list.filter(({ id }) => !fresh.has(id))]
}
