// SPDX-License-Identifier: EUPL-1.2
/** The layout follows width and text size alike. */

import { expect, test } from 'vitest'
import { roomsOf } from './room'

test.each([
  [1280, 16, ['desk', 'words', 'wide']],
  [1024, 16, ['desk', 'words']],
  [800, 16, ['desk']],
  [390, 16, ['phone']],
  [1280, 32, ['phone']],
  [390, 22, ['small', 'phone']],
  [320, 32, ['tiny', 'small', 'phone']],
])('%s px with text of %s px', (width, text, rooms) => expect(roomsOf(width / text)).toEqual(rooms))
