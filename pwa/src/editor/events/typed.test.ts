// SPDX-License-Identifier: EUPL-1.2
/** What people type, and what becomes of it. */

import { expect, test } from 'vitest'
import { readPoint, showPoint } from '../compose/points'
import { readCents, readTags, showCents } from './typed'

test.each([
  ['8', 800],
  ['8,50', 850],
  ['8.5 €', 850],
  ['12,– Euro', undefined],
  ['12,-', 1200],
  ['1.200', 120_000],
  ['0', 0],
  ['-3', undefined],
  ['acht', undefined],
  ['99999', undefined],
  ['8,505', undefined],
])('"%s" is %s cents', (text, cents) => expect(readCents(text)).toBe(cents))

test('amounts read as one writes them', () => expect([showCents(800), showCents(850), showCents(5)]).toEqual(['8', '8,50', '0,05']))

test.each([
  ['52.1416, 12.5953', 52.1416, 12.5953],
  ['52.1416,12.5953', 52.1416, 12.5953],
  ['52,1416; 12,5953', 52.1416, 12.5953],
  ['52.1416 12.5953', 52.1416, 12.5953],
  ['-33.9, 18.4', -33.9, 18.4],
])('"%s" is a point', (text, lat, lon) => expect(readPoint(text)).toEqual({ lat, lon }))

test.each(['52.1416', '95.0, 12.0', '52.1, 200', 'Burg Eisenhardt', '52.1.3, 12', ''])('"%s" is no point', (text) => expect(readPoint(text)).toBeUndefined())

test('no point is nothing to show', () => expect([showPoint(null, null), showPoint(52.1, 12.5)]).toEqual(['', '52.1, 12.5']))

test('tags come once each, short ones, ten at most', () => {
  expect(readTags(' Musik, Kinder,,Musik ')).toEqual(['Musik', 'Kinder'])
  expect(readTags(Array.from({ length: 14 }, (_, at) => `t${at}`).join()).length).toBe(10)
  expect(readTags('x'.repeat(60))[0]?.length).toBe(40)
})
