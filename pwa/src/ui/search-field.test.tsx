// SPDX-License-Identifier: EUPL-1.2
// @vitest-environment happy-dom
/** A search field keeps what is typed into it, however early. */

import { render } from 'preact'
import { expect, test } from 'vitest'
import { SearchField } from './search-field'

test('a letter typed as soon as the field stands is not lost', async () => {
  const root = document.createElement('div')
  document.body.append(root)
  render(<SearchField label="Suche" placeholder="Suchen" submit="Suchen" clear="Leeren" action="/" onSearch={() => undefined} />, root)
  const field = root.querySelector('input') as HTMLInputElement
  field.value = 'p'
  field.dispatchEvent(new Event('input', { bubbles: true }))
  await new Promise((later) => setTimeout(later, 100))
  expect(field.value).toBe('p')
})
