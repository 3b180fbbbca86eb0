// SPDX-License-Identifier: EUPL-1.2
/** Endings, compounds and typing errors of German, as people type it. */

import { expect, test } from 'vitest'
import { isNearly, stemOf, telling, vocabularyOf, wordsOf } from './german'

test('a question is left with what it is about', () => {
  expect(telling(wordsOf('wie melde ich mein auto an'))).toEqual(['melde', 'auto'])
  expect(telling(['wie', 'was'])).toEqual(['wie', 'was'])
})

test('words of one kind begin alike, short ones stay as they are', () => {
  expect(stemOf('anmeldung')).toBe(stemOf('anmelden'))
  expect(stemOf('hunde')).toBe('hund')
  expect(stemOf('pass')).toBe('pass')
})

test('a word begins like another or it does not', () => {
  const words = vocabularyOf(['hund', 'anmelden', 'zaun'])
  expect(['hun', 'hund', 'anm', 'z'].every((start) => words.begins(start))).toBe(true)
  expect(['hunde', 'b', 'zz'].some((start) => words.begins(start))).toBe(false)
})

test('a compound that nobody has written falls into parts that somebody has', () => {
  const words = vocabularyOf(['hund', 'anmelden', 'geburt', 'urkunde', 'auto', 'verkauf'])
  expect(words.split('hundeanmeldung')).toEqual(['hund', 'anmeld'])
  expect(words.split('geburtsurkunde')).toEqual(['geburt', 'urkund'])
  expect(words.split('autoverkauf')).toEqual(['auto', 'verkauf'])
  expect(words.split('raumschiff')).toBeNull()
})

test('a letter wrong, missing, too many or swapped is one mistake', () => {
  for (const typed of ['fuhrerschien', 'fuhrershein', 'fuhrerrschein', 'fuhrarschein']) {
    expect(isNearly(typed, 'fuhrerschein', 0)).toBe(false)
    expect(isNearly(typed, 'fuhrerschein', 1)).toBe(true)
  }
  expect(isNearly('fhurershein', 'fuhrerschein', 1)).toBe(false)
  expect(isNearly('fhurershein', 'fuhrerschein', 2)).toBe(true)
})

test('only the beginning of a word is compared', () => {
  expect(isNearly('perso', 'personalausweis', 0)).toBe(true)
  expect(isNearly('preson', 'personalausweis', 1)).toBe(true)
  expect(isNearly('personalausweise', 'personalausweis', 1)).toBe(true)
  expect(isNearly('xylophon', 'personalausweis', 2)).toBe(false)
})

test('only the nearest words are offered, and none for a few letters', () => {
  const words = vocabularyOf(['reisepass', 'reise', 'preise'])
  expect(words.near('riesepass')).toEqual(['reisepass'])
  expect(words.near('xyz')).toEqual([])
})
