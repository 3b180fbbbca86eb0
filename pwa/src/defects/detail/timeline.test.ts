// SPDX-License-Identifier: EUPL-1.2
import { describe, expect, it } from 'vitest'
import { isReopened } from './timeline'

const entry = (status: 'in_progress' | 'resolved' | 'closed_unresolved' | 'accepted' | null) => ({ status })

describe('a step of the history', () => {
  it('is called reopened when it goes on after an end, whatever was said between', () => {
    expect(isReopened([entry('accepted'), entry('resolved'), entry(null)], entry('in_progress'))).toBe(true)
    expect(isReopened([entry('closed_unresolved')], entry('in_progress'))).toBe(true)
  })

  it('is an ordinary one otherwise', () => {
    expect(isReopened([entry('accepted')], entry('in_progress'))).toBe(false)
    expect(isReopened([], entry('in_progress'))).toBe(false)
    expect(isReopened([entry('closed_unresolved')], entry('resolved'))).toBe(false)
  })
})
