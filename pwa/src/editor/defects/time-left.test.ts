// SPDX-License-Identifier: EUPL-1.2
/** The time that is left is said as on the clock in the town hall. */

import { expect, test } from 'vitest'
import { spanOf } from './time-left'

const words = {
  days: (count: number) => (count === 1 ? '1 Tag' : `${count} Tage`),
  hours: (count: number) => `${count} Std.`,
  minutes: (count: number) => `${count} Min.`,
}

test.each([
  [408, '6 Std. 48 Min.'],
  [-72, '1 Std. 12 Min.'],
  [45, '45 Min.'],
  [0, '0 Min.'],
  [480, '1 Tag'],
  [888, '1 Tag 7 Std.'],
  [1368, '2 Tage 7 Std.'],
  [955, '2 Tage'],
])('%s minutes of eight-hour days are %s', (minutes, said) => expect(spanOf(minutes, 480, words)).toBe(said))
