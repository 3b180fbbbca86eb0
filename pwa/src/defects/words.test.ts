// SPDX-License-Identifier: EUPL-1.2
import { describe, expect, it } from 'vitest'
import { de } from './words/de'
import { en } from './words/en'

/** Every text, with its path; what is computed is tried with 1 and 2. */
function texts(value: unknown, path = ''): [string, string][] {
  if (typeof value === 'string') return [[path, value]]
  if (typeof value === 'function') {
    const say = value as (...args: unknown[]) => string
    return [1, 2].map((count) => [`${path}(${count})`, say(count, count)])
  }
  return Object.entries(value as object).flatMap(([name, inner]) => texts(inner, `${path}.${name}`))
}

describe('the words of reports', () => {
  it('are never empty, and never shout', () => {
    for (const [path, text] of [...texts(de), ...texts(en)]) {
      expect(text.trim(), path).not.toBe('')
      expect(text, path).not.toContain('!')
    }
  })

  it('say one and several differently', () => {
    expect(de.clock.overdue(1)).toBe('Antwort seit 1 Arbeitstag überfällig')
    expect(de.clock.overdue(2)).toBe('Antwort seit 2 Arbeitstagen überfällig')
    expect(de.statistics.workdays(2.5)).toBe('2,5\u00a0Arbeitstage')
  })

  it('are the same set in both languages', () => {
    expect(texts(en).map(([path]) => path)).toEqual(texts(de).map(([path]) => path))
  })
})
