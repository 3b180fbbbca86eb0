// SPDX-License-Identifier: EUPL-1.2
/** Keys are spelled as the lists of shortcuts spell them. */

import { expect, test } from 'vitest'
import { spell } from './keys'

const plain = { ctrlKey: false, metaKey: false, altKey: false }

test.each([
  [{ ...plain, key: 'J' }, 'j'],
  [{ ...plain, key: '?' }, '?'],
  [{ ...plain, ctrlKey: true, key: 'Enter' }, 'ctrl+enter'],
  [{ ...plain, metaKey: true, key: 'k' }, 'ctrl+k'],
  [{ ...plain, altKey: true, key: 'n' }, 'alt+n'],
])('%o is %s', (event, spelled) => expect(spell(event)).toBe(spelled))
