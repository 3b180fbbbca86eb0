// SPDX-License-Identifier: EUPL-1.2
import { describe, expect, it } from 'vitest'
import { grouped, lacksOf, stateOf, type StaffPageRow } from './model'

function row(part: Partial<StaffPageRow>): StaffPageRow {
  const blank = { id: 'a', version: 1, key: 'k', slug: 's', title: 'T', role: null, edited: false, published: true }
  return { ...blank, unpublished_changes: false, edited_by: null, edited_at: '2026-11-22T10:00:00Z', ...part }
}

describe('pages', () => {
  it('are drafts until residents have seen them, and changed while a correction waits', () => {
    expect(stateOf(row({ published: false, unpublished_changes: true }))).toBe('draft')
    expect(stateOf(row({ unpublished_changes: true }))).toBe('changed')
    expect(stateOf(row({}))).toBe('visible')
  })

  it('lack what the server would refuse, in the order of the page', () => {
    expect(lacksOf({ title: ' ', body: '' })).toEqual(['title', 'text'])
    expect(lacksOf({ title: 'Anreise', body: '<p>Mit dem Zug.</p>' })).toEqual([])
  })

  it('stand apart: those that the law asks for, and the own ones', () => {
    const [legal, own] = [row({ role: 'imprint' }), row({})]
    expect(grouped([own, legal])).toEqual({ legal: [legal], own: [own] })
  })
})
