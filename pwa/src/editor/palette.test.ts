// SPDX-License-Identifier: EUPL-1.2
/** What one means stands first. */

import { expect, test } from 'vitest'
import { matches, titledFirst } from './palette'

test('a service whose title has the words comes before those that mention them', () => {
  const rows = ['Adresse ändern', 'Reisepass beantragen', 'Ersten Personalausweis beantragen', 'Personalausweis beantragen'].map((title) => ({ title }))
  expect(titledFirst(rows, 'ausweis personal').map(({ title }) => title)).toEqual(['Ersten Personalausweis beantragen', 'Personalausweis beantragen', 'Adresse ändern', 'Reisepass beantragen'])
})

test('umlauts and case do not matter', () => expect([matches('Öffentlicher Raum', 'offentlich'), matches('Straße', 'STRASSE'), matches('Hund', 'Katze')]).toEqual([true, true, false]))
