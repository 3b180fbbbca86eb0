// SPDX-License-Identifier: EUPL-1.2
import { describe, expect, it } from 'vitest'
import { addressOf, ALL, choiceOf, isNarrowed, listRequest, pointsRequest } from './choice'

const chosen = { map: true, state: 'offen', category: 'licht', query: 'Straße & Weg' } as const

describe('the choice of reports', () => {
  it('comes back from its own address', () => {
    expect(choiceOf(new URL(addressOf(chosen), 'https://a.example').searchParams)).toEqual(chosen)
    expect(addressOf(ALL)).toBe('/maengel')
  })

  it('takes an unknown state for none', () => {
    expect(choiceOf(new URLSearchParams('stand=gelb&ansicht=luft'))).toEqual(ALL)
  })

  it('asks list and map for the same reports', () => {
    expect(listRequest(chosen, 2)).toBe('/api/v1/defects?category=licht&status=open&q=Stra%C3%9Fe+%26+Weg&page=2&page_size=20')
    expect(pointsRequest(chosen)).toBe('/api/v1/defects/points?category=licht&status=open')
  })

  it('is not narrowed by the view alone', () => {
    expect(isNarrowed({ ...ALL, map: true })).toBe(false)
    expect(isNarrowed({ ...ALL, state: 'fertig' })).toBe(true)
  })
})
