// SPDX-License-Identifier: EUPL-1.2
import { describe, expect, it } from 'vitest'
import { LIGHTS, reasonWord, REASONS, STATUSES, statusWord } from './status'

describe('the words of a report', () => {
  it('name who has it now', () => {
    expect(statusWord({ status: 'forwarded', forwarded_to: 'Landkreis' }, 'de')).toBe('Weitergeleitet an Landkreis')
    expect(statusWord({ status: 'forwarded', forwarded_to: null }, 'de')).toBe('Weitergeleitet')
  })

  it('are there for every state and reason in both languages, and differ', () => {
    for (const language of ['de', 'en'] as const) {
      const said = [...STATUSES.map((status) => statusWord({ status }, language)), ...REASONS.map((reason) => reasonWord(reason, language))]
      expect(new Set(said).size).toBe(STATUSES.length + REASONS.length)
    }
  })

  it('never shows green for what was closed without a repair', () => {
    expect(STATUSES.filter((status) => LIGHTS[status] === 'green')).toEqual(['resolved'])
  })
})
