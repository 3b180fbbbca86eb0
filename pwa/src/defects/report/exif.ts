// SPDX-License-Identifier: EUPL-1.2
/** Where a photo was taken, if the camera wrote it down (EXIF in JPEG). Only read to propose a place; never sent. Pure. */

import type { Spot } from '../../ui/geo'

const GPS = 0x8825
const EXIF = 'Exif\0\0'
/** The facts stand at the beginning; a hostile file must not lead astray. */
const MOST_SEGMENTS = 40
const MOST_ENTRIES = 200

class Tiff {
  private readonly view: DataView
  private readonly little: boolean

  constructor(view: DataView) {
    this.view = view
    this.little = view.getUint16(0) === 0x4949
  }

  u16(at: number): number {
    return this.view.getUint16(at, this.little)
  }

  u32(at: number): number {
    return this.view.getUint32(at, this.little)
  }

  /** Where the value of `tag` stands in the directory at `start`. */
  entry(start: number, tag: number): number | undefined {
    const count = Math.min(this.u16(start), MOST_ENTRIES)
    for (let n = 0; n < count; n++) if (this.u16(start + 2 + n * 12) === tag) return start + 2 + n * 12 + 8
    return undefined
  }

  /** Degrees, minutes, seconds as three fractions. */
  degrees(at: number): number {
    const fraction = (n: number): number => this.u32(at + n * 8) / this.u32(at + n * 8 + 4)
    return fraction(0) + fraction(1) / 60 + fraction(2) / 3600
  }
}

function spotIn(view: DataView): Spot | null {
  const tiff = new Tiff(view)
  const gps = tiff.entry(tiff.u32(4), GPS)
  if (gps === undefined) return null
  const directory = tiff.u32(gps)
  const [south, latitude, west, longitude] = [1, 2, 3, 4].map((tag) => tiff.entry(directory, tag))
  if (south === undefined || latitude === undefined || west === undefined || longitude === undefined) return null
  const lat = tiff.degrees(tiff.u32(latitude)) * (view.getUint8(south) === 0x53 ? -1 : 1)
  const lon = tiff.degrees(tiff.u32(longitude)) * (view.getUint8(west) === 0x57 ? -1 : 1)
  const real = Math.abs(lat) <= 90 && Math.abs(lon) <= 180 && (lat !== 0 || lon !== 0)
  return real ? { lat, lon } : null
}

/** Null when the photo does not say it, or says it in a way that cannot be read. Never throws. */
export function spotOf(photo: ArrayBuffer): Spot | null {
  try {
    const view = new DataView(photo)
    let at = 2
    for (let n = 0; n < MOST_SEGMENTS && view.getUint16(0) === 0xffd8; n++) {
      const marker = view.getUint16(at)
      const length = view.getUint16(at + 2)
      if (marker < 0xffc0 || marker === 0xffda) return null
      const inside = at + 4
      if (marker === 0xffe1 && [...EXIF].every((letter, n2) => view.getUint8(inside + n2) === letter.charCodeAt(0)))
        return spotIn(new DataView(photo, inside + EXIF.length, length - 2 - EXIF.length))
      at += 2 + length
    }
  } catch {
    // Beyond the end, or nonsense: no place.
  }
  return null
}
