// SPDX-License-Identifier: EUPL-1.2
/** The way to a place, in the map that the device has, and into it. Pure. */

interface Place {
  name: string
  address: string | null
  lat: number | null
  lon: number | null
}

/** An address for the device's own map, on a computer OpenStreetMap; null where nobody could find the place. */
export function wayTo({ name, address, lat, lon }: Place, town: string, platform: 'ios' | 'android' | 'desktop'): string | null {
  const spot = lat !== null && lon !== null ? `${lat},${lon}` : null
  if (spot === null && address === null) return null
  const said = encodeURIComponent(address?.includes(town) ? address : [address ?? name, town].join(', '))
  if (platform === 'ios') return `https://maps.apple.com/?${spot === null ? `q=${said}` : `ll=${spot}&q=${encodeURIComponent(name)}`}`
  if (platform === 'android') return `geo:${spot ?? '0,0'}?q=${spot === null ? said : `${spot}(${encodeURIComponent(name)})`}`
  if (spot === null) return `https://www.openstreetmap.org/search?query=${said}`
  return `https://www.openstreetmap.org/directions?to=${encodeURIComponent(spot)}`
}

/** How to get in: the first sentence says the most. "z. B." and "1.2 m" end none. */
export function accessParts(text: string): [string, string] {
  const [, head = text, rest = ''] = /^(.+?(?:\p{L}{3}\.(?=\s+\p{Lu})|\n))\s*(.+)$/su.exec(text) ?? []
  return [head.replace(/\.?\s*$/, ''), rest]
}
