// SPDX-License-Identifier: EUPL-1.2
import { expect, test } from 'vitest'
import { telOf } from './phone'

test.each([
  ['033841 / 94-0', 'tel:033841940'],
  ['+49 33841 940', 'tel:+4933841940'],
  ['+49 (0)33841 94-0', 'tel:+4933841940'],
  ['(0)33841 940', 'tel:033841940'],
])('%s can be called', (written, address) => expect(telOf(written)).toBe(address))
