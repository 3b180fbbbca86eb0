// SPDX-License-Identifier: EUPL-1.2
/** The point of a picture that stays in sight when it is cropped: 0 to 1 from the upper left corner. Pure. */

export interface Focal {
  focal_x: number
  focal_y: number
}

const STEP = 0.02
const LARGE_STEP = 0.1
const DIRECTIONS: Record<string, readonly [number, number]> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
}

function share(value: number): number {
  return Math.round(Math.min(1, Math.max(0, value)) * 1000) / 1000
}

/** Where somebody pressed inside a shown picture. */
export function pointedAt(x: number, y: number, box: { left: number; top: number; width: number; height: number }): Focal {
  return { focal_x: share((x - box.left) / box.width), focal_y: share((y - box.top) / box.height) }
}

/** Moved by a key; undefined when the key moves nothing. */
export function moved(from: Focal, key: string, large: boolean): Focal | undefined {
  const direction = DIRECTIONS[key]
  if (direction === undefined) return undefined
  const step = large ? LARGE_STEP : STEP
  return { focal_x: share(from.focal_x + direction[0] * step), focal_y: share(from.focal_y + direction[1] * step) }
}

/** As CSS wants it for `object-position`. */
export function position({ focal_x, focal_y }: Focal): string {
  return `${focal_x * 100}% ${focal_y * 100}%`
}
