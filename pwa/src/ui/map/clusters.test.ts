// SPDX-License-Identifier: EUPL-1.2
import { describe, expect, it } from 'vitest'
import { clustersOf } from './clusters'

const spots = (...places: [number, number][]) => places.map(([x, y], of) => ({ x, y, of }))
const members = (groups: { of: number }[][]) => groups.map((group) => group.map(({ of }) => of))

describe('points of a map', () => {
  it('are put together when they would cover each other, also across a line of the grid', () => {
    expect(members(clustersOf(spots([59, 59], [61, 61], [300, 300]), 60))).toEqual([[0, 1], [2]])
  })

  it('stay apart at the reach', () => {
    expect(members(clustersOf(spots([0, 0], [60, 0]), 60))).toEqual([[0], [1]])
  })

  it('join the nearest group', () => {
    expect(members(clustersOf(spots([0, 0], [100, 0], [55, 0]), 60))).toEqual([[0], [1, 2]])
  })

  it('are all in exactly one group, thousands of them in no time', () => {
    const many = Array.from({ length: 5000 }, (_, of) => ({ x: (of * 7919) % 2000, y: (of * 104_729) % 2000, of }))
    const started = performance.now()
    const found = clustersOf(many, 60).flat()
    expect(new Set(found.map(({ of }) => of)).size).toBe(5000)
    expect(found).toHaveLength(5000)
    expect(performance.now() - started).toBeLessThan(1000)
  })
})
