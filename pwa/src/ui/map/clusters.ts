// SPDX-License-Identifier: EUPL-1.2
/** Points of a map that would cover each other, put together. Pure: knows pixels, and nothing of maps. */

export interface Spot<T> {
  x: number
  y: number
  of: T
}

/**
 * Groups of spots that lie within `reach` pixels of the first one of their group; every spot is in exactly one.
 * A grid of cells finds the neighbours, so thousands of points take one look at each.
 */
export function clustersOf<T>(spots: readonly Spot<T>[], reach: number): Spot<T>[][] {
  const cells = new Map<string, Spot<T>[][]>()
  const groups: Spot<T>[][] = []
  for (const spot of spots) {
    const column = Math.floor(spot.x / reach)
    const row = Math.floor(spot.y / reach)
    let home: Spot<T>[] | undefined
    let nearest = reach
    for (let x = column - 1; x <= column + 1; x++)
      for (let y = row - 1; y <= row + 1; y++)
        for (const group of cells.get(`${x} ${y}`) ?? []) {
          const [first] = group
          const distance = first === undefined ? Infinity : Math.hypot(first.x - spot.x, first.y - spot.y)
          if (distance < nearest) {
            nearest = distance
            home = group
          }
        }
    if (home !== undefined) home.push(spot)
    else {
      const group = [spot]
      groups.push(group)
      const cell = `${column} ${row}`
      const there = cells.get(cell)
      if (there === undefined) cells.set(cell, [group])
      else there.push(group)
    }
  }
  return groups
}
