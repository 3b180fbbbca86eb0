// SPDX-License-Identifier: EUPL-1.2
/** The sketch of a tour shows every place on the sheet, north above. */

import { expect, test } from 'vitest'
import { SIZE, sketchOf } from './sketch'

const place = (lat: number | null, lon: number | null) => ({ lat, lon })

test('every place is on the sheet, north is up and east is right', () => {
  const points = sketchOf([place(52.13, 12.57), place(52.15, 12.61), place(52.14, 12.59)], null)?.points ?? []
  expect(points.map(({ words }) => words)).toEqual(['1', '2', '3'])
  for (const { x, y } of points) {
    expect(x).toBeGreaterThan(0)
    expect(x).toBeLessThan(SIZE.width)
    expect(y).toBeGreaterThan(0)
    expect(y).toBeLessThan(SIZE.height)
  }
  expect((points[1]?.x ?? 0) > (points[0]?.x ?? 0) && (points[1]?.y ?? 0) < (points[0]?.y ?? 0)).toBe(true)
})

test('places at the same spot share their numbers, those without one are left out', () => {
  expect(sketchOf([place(52, 12), place(null, null), place(52, 12)], null)?.points.map(({ words }) => words)).toEqual(['1, 3'])
  expect(sketchOf([place(null, null)], null)).toBeUndefined()
})

test('the border is drawn on the same ground', () => {
  const border = { coordinates: [[[[12, 52], [12.1, 52], [12.1, 52.1], [12, 52]]]] }
  expect(sketchOf([place(52, 12), place(52.1, 12.1)], border)?.border).toMatch(/^M\d+ \d+L.*Z$/)
})
