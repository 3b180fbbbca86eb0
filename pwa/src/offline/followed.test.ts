// SPDX-License-Identifier: EUPL-1.2
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { followedName, keepFollowed } from './followed'

beforeEach(() => {
  const kept = new Map<string, string>()
  vi.stubGlobal('localStorage', { getItem: (key: string) => kept.get(key) ?? null, setItem: (key: string, value: string) => void kept.set(key, value) })
})
afterEach(() => vi.unstubAllGlobals())

test('the name of a topic is kept until it is forgotten', () => {
  keepFollowed('defect:1', 'Laterne')
  keepFollowed('report:2', 'Bank')
  keepFollowed('defect:1')
  expect(followedName('defect:1')).toBeUndefined()
  expect(followedName('report:2')).toBe('Bank')
})

test('of many topics the last ones keep their names', () => {
  for (let number = 0; number < 101; number++) keepFollowed(`defect:${number}`, 'Laterne')
  expect(followedName('defect:0')).toBeUndefined()
  expect(followedName('defect:100')).toBe('Laterne')
})

test('nonsense on the device is no name', () => {
  localStorage.setItem('sv-followed', '{"defect:1":7,')
  expect(followedName('defect:1')).toBeUndefined()
})
