// SPDX-License-Identifier: EUPL-1.2
/** Where reports lie to each other, as points on a sheet of paper: north is up, distances are true. Pure. */

import type { MultiPolygon } from '../../ui/geo'

export const SIZE = { width: 720, height: 300 }
const MARGIN = 30
/** Degrees; nearer than this everything would be one spot. */
const LEAST = 0.004

interface Place {
  lat: number | null
  lon: number | null
}

export interface Sketch {
  points: { x: number; y: number; words: string }[]
  /** As an SVG path. */
  border: string | undefined
}

/** Points that share a spot share their words: "3, 5". Undefined when none has a place. */
export function sketchOf(places: Place[], border: MultiPolygon | null): Sketch | undefined {
  const known = places.flatMap(({ lat, lon }, at) => (lat === null || lon === null ? [] : [{ lat, lon, number: at + 1 }]))
  const [first] = known
  if (first === undefined) return undefined
  const narrow = Math.cos((first.lat * Math.PI) / 180)
  const east = known.map(({ lon }) => lon * narrow)
  const north = known.map(({ lat }) => lat)
  const [middleX, middleY] = [(Math.min(...east) + Math.max(...east)) / 2, (Math.min(...north) + Math.max(...north)) / 2]
  const spread = (all: number[]) => Math.max(LEAST, Math.max(...all) - Math.min(...all))
  const scale = Math.min((SIZE.width - 2 * MARGIN) / spread(east), (SIZE.height - 2 * MARGIN) / spread(north))
  const spot = (lat: number, lon: number) => ({
    x: Math.round(SIZE.width / 2 + (lon * narrow - middleX) * scale),
    y: Math.round(SIZE.height / 2 - (lat - middleY) * scale),
  })
  const points = new Map<string, Sketch['points'][number]>()
  for (const { lat, lon, number } of known) {
    const { x, y } = spot(lat, lon)
    const here = points.get(`${x} ${y}`)
    points.set(`${x} ${y}`, { x, y, words: here === undefined ? String(number) : `${here.words}, ${number}` })
  }
  const ring = (line: number[][]) => line.map(([lon = 0, lat = 0]) => spot(lat, lon)).map(({ x, y }) => `${x} ${y}`).join('L')
  return { points: [...points.values()], border: border?.coordinates.flatMap((rings) => rings.map((line) => `M${ring(line)}Z`)).join('') }
}
