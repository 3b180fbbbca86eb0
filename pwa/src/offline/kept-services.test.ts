// SPDX-License-Identifier: EUPL-1.2
// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { keepService, keepTicks, releaseService, ticksOf } from './kept-services'

beforeEach(() => localStorage.clear())
afterEach(() => vi.restoreAllMocks())

const kept = () => (JSON.parse(localStorage.getItem('sv-services') ?? '[]') as { id: string }[]).map(({ id }) => id)

test('services are kept once each, the newest first, and can be released', () => {
  keepService({ id: 'a', title: 'Pass' })
  keepService({ id: 'b', title: 'Hund' })
  keepService({ id: 'a', title: 'Reisepass' })
  expect(kept()).toEqual(['a', 'b'])
  releaseService('a')
  expect(kept()).toEqual(['b'])
})

test('ticks belong to one service and go with the last of them', () => {
  keepTicks('a', ['Pass', 'Foto'])
  keepTicks('b', ['Chip'])
  expect(ticksOf('a')).toEqual(['Pass', 'Foto'])
  keepTicks('a', [])
  expect(ticksOf('a')).toEqual([])
  expect(localStorage.getItem('sv-ticks')).not.toContain('Foto')
  expect(ticksOf('b')).toEqual(['Chip'])
})

test('a device keeps the latest sixty', () => {
  for (let number = 0; number < 70; number++) keepTicks(String(number), ['x'])
  expect(ticksOf('69')).toEqual(['x'])
  expect(ticksOf('9')).toEqual([])
  expect(ticksOf('10')).toEqual(['x'])
})

test.each(['', '{"a":1}', '[1,null,{"id":2}]', '[{"id":"a","lines":[1]}]', 'kaputt'])('rubbish in the store is nothing: %s', (text) => {
  localStorage.setItem('sv-ticks', text)
  expect(ticksOf('a')).toEqual([])
})

test('a device that keeps nothing says so and breaks nothing', () => {
  vi.spyOn(localStorage, 'setItem').mockImplementation(() => {
    throw new Error('full')
  })
  expect(keepService({ id: 'a', title: 'Pass' })).toBe(false)
  expect(() => keepTicks('a', ['Pass'])).not.toThrow()
})
