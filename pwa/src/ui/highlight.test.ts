// SPDX-License-Identifier: EUPL-1.2
/** Matches are marked as tolerantly as the server searches. */

import { expect, test } from 'vitest'
import { foldText, matches } from './highlight'

test('umlauts match with and without their second letter', () => {
  expect(matches('Müllabfuhr kommt', 'mull')).toEqual(['', 'Müll', 'abfuhr kommt'])
  expect(matches('Müllabfuhr kommt', 'muell')).toEqual(['', 'Müll', 'abfuhr kommt'])
  expect(matches('Straße', 'strasse')).toEqual(['', 'Straße', ''])
})

test('every word of the query is marked, in order of the text', () => {
  expect(matches('Bürgerbüro am Freitag', 'freitag büro')).toEqual(['Bürger', 'büro', ' am ', 'Freitag', ''])
})

test('without a match the text stays whole', () => {
  expect(matches('Freibad', 'Schlitten')).toEqual(['Freibad'])
  expect(matches('Freibad', 'f')).toEqual(['Freibad'])
})

test.each(['Führerschein', 'Fuehrerschein', 'GRÖSSE', 'Größe', 'Café', 'Aue', 'Bäeerin', 'İstanbul', 'Ȫ', 'e', ''])('what a search compares of %j is what is marked', (text) => {
  expect(matches(text, text).join('')).toBe(text)
  if (foldText(text).length > 1) expect(matches(text, foldText(text))).toEqual(['', text, ''])
})
