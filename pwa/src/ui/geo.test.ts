// SPDX-License-Identifier: EUPL-1.2
import { expect, test } from 'vitest'
import { contains, metres, rounded, type MultiPolygon } from './geo'

const square = (west: number, south: number, side: number): number[][] => [
  [west, south],
  [west + side, south],
  [west + side, south + side],
  [west, south + side],
  [west, south],
]
const town: MultiPolygon = { coordinates: [[square(12, 52, 1), square(12.4, 52.4, 0.2)], [square(14, 52, 0.5)]] }

test('a place lies in the municipality, in its exclave, or not', () => {
  expect(contains(town, { lat: 52.1, lon: 12.1 })).toBe(true)
  expect(contains(town, { lat: 52.2, lon: 14.2 })).toBe(true)
  expect(contains(town, { lat: 52.1, lon: 13.5 })).toBe(false)
  expect(contains(town, { lat: 51.9, lon: 12.1 })).toBe(false)
})

test('a hole in the border does not belong to it', () => {
  expect(contains(town, { lat: 52.5, lon: 12.5 })).toBe(false)
})

test('a border without polygons contains nothing', () => {
  expect(contains({ coordinates: [] }, { lat: 52.5, lon: 12.5 })).toBe(false)
})

test('metres are metres', () => {
  expect(metres({ lat: 52, lon: 12 }, { lat: 52, lon: 12 })).toBe(0)
  expect(metres({ lat: 52, lon: 12 }, { lat: 52.001, lon: 12 })).toBeCloseTo(111.2, 0)
  expect(metres({ lat: 52, lon: 12 }, { lat: 52, lon: 12.001 })).toBeCloseTo(68.5, 0)
})

test('five digits are kept', () => {
  expect(rounded({ lat: 52.123456789, lon: 12.987654321 })).toEqual({ lat: 52.12346, lon: 12.98765 })
  expect(rounded({ lat: 52.123456789, lon: 12.987654321 }, 4)).toEqual({ lat: 52.1235, lon: 12.9877 })
})
