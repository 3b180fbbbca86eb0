// SPDX-License-Identifier: EUPL-1.2
/** One thing moves, the others keep their order. */

import { expect, test } from 'vitest'
import { shifted } from './order'

test.each([
  [0, 2, 'bcad'],
  [3, 0, 'dabc'],
  [1, 1, 'abcd'],
  [2, 9, 'abdc'],
  [9, 0, 'abcd'],
])('from %i to %i', (from, to, order) => expect(shifted([...'abcd'], from, to).join('')).toBe(order))
