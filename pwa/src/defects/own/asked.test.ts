// SPDX-License-Identifier: EUPL-1.2
import { describe, expect, it } from 'vitest'
import { unanswered } from './asked'

const asked = { kind: 'question', mine: false } as const
const reply = { kind: 'reply', mine: true } as const

describe('a question of the town hall', () => {
  it('waits until something is said to it', () => {
    expect(unanswered({ question: 'Wo?', history: [asked] })).toBe(true)
    expect(unanswered({ question: 'Wo?', history: [asked, reply] })).toBe(false)
  })

  it('is a new one when it is asked again', () => {
    expect(unanswered({ question: 'Wo?', history: [asked, reply, asked] })).toBe(true)
  })

  it('does not wait once the town hall has moved on', () => {
    expect(unanswered({ question: null, history: [asked] })).toBe(false)
  })
})
