// SPDX-License-Identifier: EUPL-1.2
/** Whatever is drawn or pulled stays a real area inside the picture. */

import { expect, test } from 'vitest'
import { added, areaAt, drawn, pointIn, pulled, steered, type Area, type Grip } from './redaction'

test('a pointer becomes a share of the picture, also when it left it', () => {
  const box = { left: 100, top: 50, width: 400, height: 200 }
  expect(pointIn(300, 100, box)).toEqual({ x: 0.5, y: 0.25 })
  expect(pointIn(0, 999, box)).toEqual({ x: 0, y: 1 })
})

test('an area may be drawn in any direction', () => {
  expect(drawn({ x: 0.5, y: 0.6 }, { x: 0.2, y: 0.4 })).toEqual([0.2, 0.4, 0.3, 0.2])
})

test('a click draws nothing', () => expect(drawn({ x: 0.5, y: 0.5 }, { x: 0.505, y: 0.7 })).toBeUndefined())

test.each<[Grip, Area]>([
  ['all', [0.3, 0.3, 0.2, 0.2]],
  ['nw', [0.3, 0.3, 0.1, 0.1]],
  ['ne', [0.2, 0.3, 0.3, 0.1]],
  ['sw', [0.3, 0.2, 0.1, 0.3]],
  ['se', [0.2, 0.2, 0.3, 0.3]],
])('pulling %s by a tenth', (grip, area) => expect(pulled([0.2, 0.2, 0.2, 0.2], grip, { x: 0.1, y: 0.1 })).toEqual(area))

test.each<Grip>(['all', 'nw', 'ne', 'sw', 'se'])('pulled far by %s it stays inside and has a size', (grip) => {
  for (const by of [-3, 3]) {
    const [x, y, width, height] = pulled([0.2, 0.2, 0.2, 0.2], grip, { x: by, y: by })
    expect(Math.min(x, y)).toBeGreaterThanOrEqual(0)
    expect(Math.max(x + width, y + height)).toBeLessThanOrEqual(1.0001)
    expect(Math.min(width, height)).toBeGreaterThanOrEqual(0.0199)
  }
})

test('arrow keys move, with Umschalt they size, others do nothing', () => {
  expect(steered([0.2, 0.2, 0.2, 0.2], 'ArrowRight', false)).toEqual([0.21, 0.2, 0.2, 0.2])
  expect(steered([0.2, 0.2, 0.2, 0.2], 'ArrowDown', true)).toEqual([0.2, 0.2, 0.2, 0.21])
  expect(steered([0.2, 0.2, 0.2, 0.2], 'Enter', false)).toBeUndefined()
})

test('a new area does not hide the one before', () => expect(added(0)).not.toEqual(added(1)))

test('of two areas on one place the upper one is meant', () => {
  const areas: Area[] = [[0, 0, 0.5, 0.5], [0.2, 0.2, 0.5, 0.5]]
  expect(areaAt(areas, { x: 0.3, y: 0.3 })).toBe(1)
  expect(areaAt(areas, { x: 0.9, y: 0.1 })).toBe(-1)
})
