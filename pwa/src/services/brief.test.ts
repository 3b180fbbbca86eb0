// SPDX-License-Identifier: EUPL-1.2
// @vitest-environment happy-dom
import { expect, test } from 'vitest'
import { briefly, partsOf, saysTheSame } from './brief'

const nbsp = (text: string) => text.replace(/_/g, '\u00a0')

test.each([
  ['<p>48 € im Jahr für den ersten Hund</p>', '48 € im Jahr', 'für den ersten Hund'],
  ['<p>10 Minuten<br>Bescheid in 2 Wochen</p>', '10_Minuten', 'Bescheid in 2_Wochen'],
  ['<p>10 Minuten</p><p>Bescheid in 2 Wochen</p>', '10_Minuten', 'Bescheid in 2_Wochen'],
  ['<p>37 €, ermäßigt 22,80 €</p>', '37 €', 'ermäßigt 22,80 €'],
  ['<p>gebührenfrei</p>', 'gebührenfrei', ''],
  ['<p>5 &amp; 6 €</p>', '5 & 6 €', ''],
  ['sofort', 'sofort', ''],
  ['<p>innerhalb von 2 Wochen.</p>', 'innerhalb von 2_Wochen', ''],
])('%s fits on a card', (html, head, rest) => {
  expect(briefly(html)).toEqual([nbsp(head), nbsp(rest)])
})

test.each([
  '<ul><li>37 €</li><li>22 €</li></ul>',
  '<p>Siehe <a href="https://example.org">Satzung</a></p>',
  '<p>Die Gebühr richtet sich nach dem Aufwand im Einzelfall.</p>',
  '<p>Melden Sie es an, bevor es zum ersten Mal auf den See kommt.</p>',
  `<p>12 € ${'und mehr '.repeat(20)}</p>`,
])('%s needs a section of its own', (html) => {
  expect(briefly(html)).toBeNull()
})

test('a short text that repeats the teaser is told apart from one that does not', () => {
  expect(saysTheSame('<p>Melden Sie  Ihren Hund<br>an.</p>', 'Melden Sie Ihren Hund an.')).toBe(true)
  expect(saysTheSame('<p>Melden Sie ihn ab.</p>', 'Melden Sie Ihren Hund an.')).toBe(false)
})

test('what stands before, between and after the lists stays where it is', () => {
  const html = '<p>Für Erwachsene:</p><ul><li>Pass</li><li>Foto</li></ul><p>Für Kinder:</p>\n<ol><li>Urkunde</li></ol>Danke &lt;3'
  expect(partsOf(html, 3)).toEqual([{ prose: '<p>Für Erwachsene:</p>' }, { lines: 2 }, { prose: '<p>Für Kinder:</p>' }, { lines: 1 }, { prose: 'Danke &lt;3' }])
})

test('an empty line of a list is none, as on the server', () => {
  expect(partsOf('<ul><li>Pass</li><li> </li></ul>', 1)).toEqual([{ lines: 1 }])
})

test.each([
  ['a list inside a quotation', '<blockquote><ul><li>Pass</li></ul></blockquote>', 1],
  ['more lines than the server counts', '<ul><li>a</li><li>b</li></ul>', 1],
])('%s is shown as a text, so that nothing gets lost', (_name, html, count) => {
  expect(partsOf(html, count)).toBeNull()
})
