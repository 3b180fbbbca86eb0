// SPDX-License-Identifier: EUPL-1.2
/** Points on the map as people paste them, and back. Pure. */

export interface Point {
  lat: number
  lon: number
}

/** "52.1416, 12.5953", also with decimal commas, as maps let one copy it. */
export function readPoint(text: string): Point | undefined {
  const match = /^\s*(-?\d{1,2}(?:[.,]\d+)?)°?\s*(?:[,;]\s+|\s+|;|,(?=-?\d+\.))(-?\d{1,3}(?:[.,]\d+)?)°?\s*$/.exec(text)
  if (match === null) return undefined
  const [lat, lon] = [match[1], match[2]].map((part) => Number((part ?? '').replace(',', '.'))) as [number, number]
  return Math.abs(lat) <= 90 && Math.abs(lon) <= 180 ? { lat, lon } : undefined
}

export function showPoint(lat: number | null, lon: number | null): string {
  return lat === null || lon === null ? '' : `${lat}, ${lon}`
}
