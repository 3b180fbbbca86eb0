// SPDX-License-Identifier: EUPL-1.2
// @vitest-environment happy-dom
/** What to bring is read as the server reads it. */

import { expect, test } from 'vitest'
import { neededOf } from './needed'

test('each item is a line, what stands behind a break or inside is its hint', () => {
  const html = '<p>Bitte:</p><ul><li>Ausweis</li><li><p>Foto</p><p>biometrisch</p></li><li>Geld<br>bar<ul><li>28,80 &amp; mehr</li></ul></li><li> </li></ul>'
  expect(neededOf(html)).toEqual([
    { text: 'Ausweis', hint: '' },
    { text: 'Foto', hint: 'biometrisch' },
    { text: 'Geld', hint: 'bar 28,80 & mehr' },
  ])
})

test('a text without a list has nothing to tick', () => expect(neededOf('<p>Nur der Ausweis.</p>')).toEqual([]))
