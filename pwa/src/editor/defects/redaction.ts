// SPDX-License-Identifier: EUPL-1.2
/** The areas of a photo that are burned in: drawn, moved and sized by mouse, finger or keys. All numbers are shares of the picture. Pure. */

/** Left, top, width, height: 0 to 1. */
export type Area = [number, number, number, number]

export interface Point {
  x: number
  y: number
}

/** A corner that is pulled, or the whole area. */
export type Grip = 'nw' | 'ne' | 'sw' | 'se' | 'all'

/** What a finger can still take hold of. */
const SMALLEST = 0.02
const STEP = 0.01
const DIRECTIONS: Record<string, Point> = {
  ArrowLeft: { x: -1, y: 0 },
  ArrowRight: { x: 1, y: 0 },
  ArrowUp: { x: 0, y: -1 },
  ArrowDown: { x: 0, y: 1 },
}

function share(value: number): number {
  return Math.min(1, Math.max(0, value))
}

function round(value: number): number {
  return Math.round(value * 10_000) / 10_000
}

function between(left: number, top: number, right: number, bottom: number): Area {
  const [x, y] = [round(share(left)), round(share(top))]
  return [x, y, round(share(right) - x), round(share(bottom) - y)]
}

/** Where a pointer is inside a shown picture. */
export function pointIn(x: number, y: number, box: { left: number; top: number; width: number; height: number }): Point {
  return { x: share((x - box.left) / box.width), y: share((y - box.top) / box.height) }
}

/** The area between two points; undefined when it is hardly more than a click. */
export function drawn(from: Point, to: Point): Area | undefined {
  const area = between(Math.min(from.x, to.x), Math.min(from.y, to.y), Math.max(from.x, to.x), Math.max(from.y, to.y))
  return area[2] < SMALLEST || area[3] < SMALLEST ? undefined : area
}

/** A new one in the middle; each a little further, so that none hides the one before. */
export function added(count: number): Area {
  const shift = (count % 5) * 0.05
  return [round(0.4 + shift), round(0.4 + shift), 0.2, 0.2]
}

/** Pulled by a corner or moved as a whole; stays inside the picture and never turns inside out. */
export function pulled([x, y, width, height]: Area, grip: Grip, by: Point): Area {
  if (grip === 'all') return [round(Math.min(1 - width, share(x + by.x))), round(Math.min(1 - height, share(y + by.y))), width, height]
  const [right, bottom] = [x + width, y + height]
  const west = grip === 'nw' || grip === 'sw'
  const north = grip === 'nw' || grip === 'ne'
  return between(
    west ? Math.min(x + by.x, right - SMALLEST) : x,
    north ? Math.min(y + by.y, bottom - SMALLEST) : y,
    west ? right : Math.max(right + by.x, x + SMALLEST),
    north ? bottom : Math.max(bottom + by.y, y + SMALLEST),
  )
}

/** Moved by an arrow key, sized with Umschalt; undefined when the key does neither. */
export function steered(area: Area, key: string, sizing: boolean): Area | undefined {
  const direction = DIRECTIONS[key]
  if (direction === undefined) return undefined
  return pulled(area, sizing ? 'se' : 'all', { x: direction.x * STEP, y: direction.y * STEP })
}

/** The uppermost area at a point. */
export function areaAt(areas: Area[], { x, y }: Point): number {
  const holds = ([left, top, width, height]: Area) => x >= left && x <= left + width && y >= top && y <= top + height
  return areas.reduce((found, area, at) => (holds(area) ? at : found), -1)
}
