// SPDX-License-Identifier: EUPL-1.2
/**
 * A photo as it may leave the phone: decoded, turned upright, made small, drawn anew. So nothing of the file survives but
 * the picture; what cannot be drawn is refused and never sent as it is.
 */

import type { Spot } from '../ui/geo'
import { spotOf } from './report/exif'

export interface Shrunk {
  /** JPEG without any metadata. */
  data: ArrayBuffer
  width: number
  height: number
  /** Where it was taken, if the camera wrote it down; for a proposal only. */
  spot: Spot | null
}

/** `large`: not even looked at · `unreadable`: no picture that this phone can draw. */
export class ShrinkError extends Error {
  readonly reason: 'large' | 'unreadable'

  constructor(reason: 'large' | 'unreadable') {
    super(reason)
    this.reason = reason
  }
}

const MOST_SIDE = 2048
const MOST_BYTES = 400_000
/** A camera's largest files are below it; what is above is no photo. */
const MOST_SOURCE = 60_000_000
const QUALITIES = [0.82, 0.66, 0.5]

type Drawable = ImageBitmap | HTMLImageElement

async function decode(source: Blob): Promise<Drawable> {
  try {
    return await createImageBitmap(source, { imageOrientation: 'from-image' })
  } catch {
    // Some browsers decode more kinds for a page than for a program.
    const address = URL.createObjectURL(source)
    const image = new Image()
    image.src = address
    try {
      await image.decode()
      return image
    } finally {
      URL.revokeObjectURL(address)
    }
  }
}

function sizeOf(image: Drawable): [number, number] {
  return image instanceof HTMLImageElement ? [image.naturalWidth, image.naturalHeight] : [image.width, image.height]
}

function draw(image: Drawable, side: number): HTMLCanvasElement {
  const [width, height] = sizeOf(image)
  const scale = Math.min(1, side / Math.max(width, height))
  const canvas = document.createElement('canvas')
  canvas.width = Math.max(1, Math.round(width * scale))
  canvas.height = Math.max(1, Math.round(height * scale))
  const pen = canvas.getContext('2d')
  if (pen === null || width === 0) throw new ShrinkError('unreadable')
  // What is transparent is paper, not black.
  pen.fillStyle = '#fff'
  pen.fillRect(0, 0, canvas.width, canvas.height)
  pen.imageSmoothingQuality = 'high'
  pen.drawImage(image, 0, 0, canvas.width, canvas.height)
  return canvas
}

async function encode(canvas: HTMLCanvasElement, quality: number): Promise<ArrayBuffer> {
  const blob = await new Promise<Blob | null>((done) => canvas.toBlob(done, 'image/jpeg', quality))
  if (blob === null || blob.type !== 'image/jpeg') throw new ShrinkError('unreadable')
  return blob.arrayBuffer()
}

async function encodeSmall(image: Drawable): Promise<{ data: ArrayBuffer; canvas: HTMLCanvasElement }> {
  for (let side = MOST_SIDE; ; ) {
    const canvas = draw(image, side)
    let bytes = 0
    for (const quality of QUALITIES) {
      const data = await encode(canvas, quality)
      if (data.byteLength <= MOST_BYTES) return { data, canvas }
      bytes = data.byteLength
    }
    // Bytes go with the area; a little less, so that it need not be tried often.
    side = Math.floor(side * Math.min(0.9, 0.95 * Math.sqrt(MOST_BYTES / bytes)))
  }
}

/** Cuts out what a browser may add to the picture (colour profile, comment): only what draws it stays. */
export function bare(jpeg: ArrayBuffer): ArrayBuffer {
  const bytes = new Uint8Array(jpeg)
  const kept: Uint8Array[] = [bytes.subarray(0, 2)]
  let at = 2
  while (bytes[at] === 0xff && bytes[at + 1] !== 0xda) {
    const marker = bytes[at + 1] ?? 0
    const end = at + 2 + ((bytes[at + 2] ?? 0) << 8) + (bytes[at + 3] ?? 0)
    if (end <= at + 3 || end > bytes.length) throw new ShrinkError('unreadable')
    // APP1 to APP15 and comments; APP0 (JFIF) only says how dense the dots are, but may hold a small picture.
    if ((marker < 0xe0 || marker > 0xef) && marker !== 0xfe) kept.push(bytes.subarray(at, end))
    at = end
  }
  if (bytes[0] !== 0xff || bytes[1] !== 0xd8 || bytes[at] !== 0xff) throw new ShrinkError('unreadable')
  kept.push(bytes.subarray(at))
  const whole = new Uint8Array(kept.reduce((sum, { length }) => sum + length, 0))
  kept.reduce((to, part) => {
    whole.set(part, to)
    return to + part.length
  }, 0)
  return whole.buffer
}

/** The photo as it may leave the phone: at most 2,048 pixels and 400 kB. Rejects with a ShrinkError. */
export async function shrink(source: Blob): Promise<Shrunk> {
  if (source.size > MOST_SOURCE) throw new ShrinkError('large')
  // A drawing in words is no photo, and each browser draws it differently.
  if (source.type.includes('svg')) throw new ShrinkError('unreadable')
  try {
    const spot = spotOf(await source.slice(0, 400_000).arrayBuffer())
    const image = await decode(source)
    const { data, canvas } = await encodeSmall(image)
    if (!(image instanceof HTMLImageElement)) image.close()
    return { data: bare(data), width: canvas.width, height: canvas.height, spot }
  } catch (failure) {
    throw failure instanceof ShrinkError ? failure : new ShrinkError('unreadable')
  }
}
