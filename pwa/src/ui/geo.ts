// SPDX-License-Identifier: EUPL-1.2
/** Places on the ground: how far apart, and within which border. Pure; degrees of WGS 84, as in GeoJSON. */

/** GeoJSON: polygons of rings of [longitude, latitude]; the first ring is the outside, the others are holes. */
export interface MultiPolygon {
  coordinates: number[][][][]
}

export interface Spot {
  lat: number
  lon: number
}

const EARTH_M = 6_371_000
const RADIANS = Math.PI / 180

/** Metres; exact enough for anything that one can walk. */
export function metres(one: Spot, other: Spot): number {
  const east = (other.lon - one.lon) * RADIANS * Math.cos(((one.lat + other.lat) / 2) * RADIANS)
  const north = (other.lat - one.lat) * RADIANS
  return EARTH_M * Math.hypot(east, north)
}

/** Whether a ray to the east crosses the ring an odd number of times. */
function inRing(ring: number[][], { lat, lon }: Spot): boolean {
  let inside = false
  ring.forEach(([x = 0, y = 0], at) => {
    const [x2 = 0, y2 = 0] = ring[(at || ring.length) - 1] ?? []
    if (y > lat !== y2 > lat && lon < ((x2 - x) * (lat - y)) / (y2 - y) + x) inside = !inside
  })
  return inside
}

export function contains({ coordinates }: MultiPolygon, spot: Spot): boolean {
  return coordinates.some(([outside = [], ...holes]) => inRing(outside, spot) && !holes.some((hole) => inRing(hole, spot)))
}

/** About a metre: what tells the place and not the person. */
export function rounded({ lat, lon }: Spot, digits = 5): Spot {
  return { lat: Number(lat.toFixed(digits)), lon: Number(lon.toFixed(digits)) }
}
