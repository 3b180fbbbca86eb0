// SPDX-License-Identifier: EUPL-1.2
import { describe, expect, it } from 'vitest'
import { moved, pointedAt, position } from './focal'

const MIDDLE = { focal_x: 0.5, focal_y: 0.5 }

describe('the focal point', () => {
  it('is where somebody pressed, as a share of the shown picture', () => {
    const box = { left: 100, top: 50, width: 400, height: 200 }
    expect(pointedAt(200, 100, box)).toEqual({ focal_x: 0.25, focal_y: 0.25 })
    expect(pointedAt(90, 999, box)).toEqual({ focal_x: 0, focal_y: 1 })
  })

  it('moves by the arrow keys, further with Shift, and never leaves the picture', () => {
    expect(moved(MIDDLE, 'ArrowLeft', false)).toEqual({ focal_x: 0.48, focal_y: 0.5 })
    expect(moved(MIDDLE, 'ArrowDown', true)).toEqual({ focal_x: 0.5, focal_y: 0.6 })
    expect(moved({ focal_x: 0.01, focal_y: 1 }, 'ArrowLeft', false)).toEqual({ focal_x: 0, focal_y: 1 })
    expect(moved(MIDDLE, 'a', false)).toBeUndefined()
  })

  it('is written as CSS wants it', () => {
    expect(position({ focal_x: 0.25, focal_y: 1 })).toBe('25% 100%')
  })
})
