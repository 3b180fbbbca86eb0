// SPDX-License-Identifier: EUPL-1.2
/** What is hidden is gone, everything else stays letter by letter. */

import { expect, test } from 'vitest'
import { findsIn, hidden, hiddenIn, piecesOf } from './hiding'

const TEXT = 'Rückfragen: 0171 3920012 oder a@b.example.'

test('one find is hidden, the others stay', () => {
  const [phone] = findsIn(TEXT)
  expect(phone && hidden(TEXT, phone)).toBe('Rückfragen: [Nummer verdeckt] oder a@b.example.')
})

test('one after the other hides all of them', () => {
  let text = TEXT
  for (let found = findsIn(text)[0]; found !== undefined; found = findsIn(text)[0]) text = hidden(text, found)
  expect(text).toBe('Rückfragen: [Nummer verdeckt] oder [E-Mail verdeckt].')
  expect(hiddenIn(text)).toBe(2)
})

test('what is hidden already is told apart from what is found and from the rest', () => {
  const pieces = piecesOf('Von [Name verdeckt], 0171 3920012')
  expect(pieces.map(({ mask, find }) => (mask ? 'mask' : find ? 'find' : 'rest'))).toEqual(['rest', 'mask', 'rest', 'find'])
})

test('pieces put together are the text', () => expect(piecesOf(TEXT).map(({ text }) => text).join('')).toBe(TEXT))
