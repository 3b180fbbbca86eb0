// SPDX-License-Identifier: EUPL-1.2
/** The index of the directory reads as it was written, and sorts as people look for it. */

import { expect, test } from 'vitest'
import type { ServiceIndex } from '../api/types'
import { byLetter, letterOf, readIndex } from './directory'

const index: ServiceIndex = {
  version: 1,
  situations: [
    ['wohnen', 'Wohnen und Umzug', 'house'],
    ['bauen', 'Bauen und Grundstück', 'build'],
  ],
  services: [
    ['1', 'Abwasser melden', ['Abwasser'], 'Kurz gesagt', 0, 1],
    ['2', 'Änderung melden', [], '', 0, 0],
    ['3', 'Zaun bauen', [], '', 7, 0],
  ],
  offices: [['9', 'Bürgerbüro', 'Bad Belzig']],
}

test('an entry has its words, its situation and whether it can be done online', () => {
  const found = readIndex(index)
  expect(found?.services[0]).toEqual({
    id: '1',
    title: 'Abwasser melden',
    synonyms: ['Abwasser'],
    teaser: 'Kurz gesagt',
    situation: { slug: 'wohnen', name: 'Wohnen und Umzug', icon: 'house', count: 2 },
    online: true,
  })
  expect(found?.offices).toEqual([{ id: '9', name: 'Bürgerbüro', place: 'Bad Belzig' }])
})

test('a situation under which nothing is found is not offered', () => {
  expect(readIndex(index)?.situations.map(({ slug, count }) => [slug, count])).toEqual([['wohnen', 2]])
})

test('an entry of a situation that the index does not name is still there', () => {
  expect(readIndex(index)?.services[2]?.situation).toEqual({ slug: '', name: '', icon: 'services' })
})

test('an index of a later form is not misread', () => {
  expect(readIndex({ ...index, version: 2 })).toBeUndefined()
})

test('Ä stands with A, numbers and signs come together', () => {
  expect(byLetter(readIndex(index)?.services ?? []).map(([letter, own]) => [letter, own.length])).toEqual([
    ['A', 2],
    ['Z', 1],
  ])
  expect(['Öffnung', 'ß', '„Übung“', 'élève', '115 anrufen', '§ 34c'].map(letterOf)).toEqual(['O', 'S', 'U', 'E', '0–9', '0–9'])
})
