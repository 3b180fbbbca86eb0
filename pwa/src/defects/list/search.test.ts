// SPDX-License-Identifier: EUPL-1.2
import { describe, expect, it } from 'vitest'
import { named } from './search'

const points = [
  { title: 'Laterne ohne Licht', place: 'Bahnhofstraße 12' },
  { title: 'Müll am Weg', place: null },
]

describe('points by words', () => {
  it('are found in title and place, however they are spelled', () => {
    expect(named(points, 'laterne bahnhofstrasse')).toEqual([points[0]])
    expect(named(points, 'muell')).toEqual([points[1]])
  })

  it('need every word', () => {
    expect(named(points, 'laterne müll')).toEqual([])
  })

  it('are all there without a word', () => {
    expect(named(points, ' ')).toEqual(points)
  })
})
