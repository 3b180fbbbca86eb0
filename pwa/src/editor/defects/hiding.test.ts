// SPDX-License-Identifier: EUPL-1.2
/** What is hidden is gone, everything else stays letter by letter. */

import { expect, test } from 'vitest'
import type { Draft } from './answer'
import { covered, findsIn, freshFinds, hidden, hiddenIn, piecesOf } from './hiding'
import type { Report } from './model'

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

const public_words = { title: 'Lampe', public_text: TEXT, public_place: 'Am Markt', text_public: true }
const report = (more: Partial<Report>) => ({ ...public_words, text: TEXT, published_at: null, hidden: false, reason: null, photos: [], ...more }) as unknown as Report
const draft = (more: Partial<Draft> = {}) => ({ ...public_words, status: undefined, ...more }) as Draft

test('what would be new to everybody is asked about, in the title too, and what stands there already is not', () => {
  const shown = report({ published_at: '2026-11-20T08:00:00Z' })
  expect(freshFinds(draft(), report({})).map(({ kind }) => kind)).toEqual(['phone', 'mail'])
  expect(freshFinds(draft(), shown)).toEqual([])
  expect(freshFinds(draft({ title: 'Lampe, 0171 3920012' }), shown).map(({ kind }) => kind)).toEqual(['phone'])
  expect(freshFinds(draft(), report({ published_at: '2026-11-20T08:00:00Z', text_public: false }))).toHaveLength(2)
})

test('of what stays in the house nothing is asked', () => {
  expect(freshFinds(draft({ text_public: false }), report({}))).toEqual([])
  expect(freshFinds(draft({ status: 'rejected' }), report({}))).toEqual([])
  expect(freshFinds(draft(), report({ hidden: true }))).toEqual([])
})

test('covered words hold no find', () => expect(freshFinds(covered(draft({ title: 'Anruf 0171 3920012' })), report({}))).toEqual([]))
