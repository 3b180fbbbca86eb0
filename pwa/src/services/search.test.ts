// SPDX-License-Identifier: EUPL-1.2
/** What people type leads to the service they mean. */

import { beforeAll, expect, test } from 'vitest'
import { readIndex, type Directory } from './directory'
import { makeFind, type Find } from './search'

const SERVICES: [string, string[], string?][] = [
  ['Ausweispflicht: befreien lassen', []],
  ['Halteverbot für den Umzug', ['Umzugswagen']],
  ['Abschrift vom Standesamt bestellen', ['Abschrift']],
  ['Fahrzeug anmelden', ['Auto anmelden', 'Kfz', 'Zulassung']],
  ['Fahrzeug abmelden', ['Auto abmelden', 'Stilllegung']],
  ['Führerschein umtauschen', ['Lappen', 'Kartenführerschein']],
  ['Hund anmelden', ['Hundesteuer', 'Hundemarke'], 'Die Steuer für den Hund.'],
  ['Personalausweis abholen', ['Perso abholen']],
  ['Personalausweis beantragen', ['Perso', 'Ausweis'], 'Persönlich im Bürgerbüro.'],
  ['Personalausweis verloren melden', ['Perso weg']],
  ['Vorläufigen Personalausweis beantragen', []],
  ['Wohnsitz anmelden', ['Umzug', 'umziehen', 'ummelden']],
  ['Zweitwohnung anmelden', ['Nebenwohnung']],
  ['Geburtsurkunde bestellen', ['Urkunde'], 'Ein Wohnsitz in der Nähe genügt.'],
]
const directory = readIndex({
  version: 1,
  situations: [['alles', 'Alles', 'id']],
  services: SERVICES.map(([title, synonyms, teaser = ''], at) => [String(at), title, synonyms, teaser, 0, 0]),
  offices: [
    ['a', 'Personenstandswesen (Standesamt)', 'Bad Belzig'],
    ['b', 'Bürgerbüro', 'Wiesenburg'],
  ],
}) as Directory

let find: Find
beforeAll(async () => {
  find = await makeFind(directory)
})
const titles = (query: string): string[] => find(query).services.map(({ service }) => service.title)
const first = (query: string): string | undefined => titles(query)[0]

test('"perso" finds the identity card first, whatever else begins so', () => {
  expect(first('perso')).toBe('Personalausweis beantragen')
  expect(titles('perso')).toHaveLength(4)
})

test('with every letter of a word the service is already there', () => {
  for (const typed of ['pe', 'per', 'personal', 'personalausweis', 'Personalausweis b']) expect(titles(typed)).toContain('Personalausweis beantragen')
})

test('while one types, another word for it counts more than a word somewhere in a title', () => {
  for (const typed of ['umz', 'umzu', 'umzug']) expect(titles(typed)).toEqual(['Wohnsitz anmelden', 'Halteverbot für den Umzug'])
})

test('other words for it lead there and say which it was', () => {
  expect(find('umziehen').services[0]).toMatchObject({ service: { title: 'Wohnsitz anmelden' }, by: 'umziehen' })
  expect(find('wohnsitz').services[0]).toMatchObject({ service: { title: 'Wohnsitz anmelden' }, by: null })
  expect(first('Auto anmelden')).toBe('Fahrzeug anmelden')
  expect(first('hund')).toBe('Hund anmelden')
  expect(titles('ausweis').slice(0, 2)).toEqual(['Personalausweis beantragen', 'Ausweispflicht: befreien lassen'])
})

test('what stands within a word is found, too', () => {
  expect(titles('steuer')).toContain('Hund anmelden')
  expect(titles('ausweis verloren')).toEqual(['Personalausweis verloren melden'])
})

test('other endings and compounds of one\'s own lead there', () => {
  for (const [typed, wanted] of [
    ['Anmeldung Hund', 'Hund anmelden'],
    ['Hundeanmeldung', 'Hund anmelden'],
    ['Autoanmeldung', 'Fahrzeug anmelden'],
  ] as const) {
    expect(first(typed)).toBe(wanted)
    expect(find(typed).similar).toBe(false)
  }
})

test('a whole question is understood', () => {
  expect(first('Wie melde ich mein Auto an?')).toMatch(/^Fahrzeug/)
  expect(find('Wie melde ich mein Auto an?').similar).toBe(false)
  expect(first('Ich will umziehen')).toBe('Wohnsitz anmelden')
})

test('case, umlauts and ß do not matter', () => {
  for (const typed of ['FÜHRERSCHEIN', 'fuehrerschein', 'fuhrerschein']) expect(first(typed)).toBe('Führerschein umtauschen')
  expect(first('personalausweiß')).toMatch(/^Personalausweis/)
})

test('what is mistyped is found and called similar', () => {
  for (const typed of ['fürherschein', 'führerschien', 'führrersch']) {
    expect(first(typed)).toBe('Führerschein umtauschen')
    expect(find(typed).similar).toBe(true)
  }
  expect(find('führerschein').similar).toBe(false)
})

test('words in the text alone come last', () => {
  expect(titles('wohnsitz')).toEqual(['Wohnsitz anmelden', 'Geburtsurkunde bestellen'])
})

test('offices are found beside services', () => {
  expect(find('standesamt').offices.map(({ id }) => id)).toEqual(['a'])
  expect(find('standesamt').services[0]?.service.title).toBe('Abschrift vom Standesamt bestellen')
})

test('nothing is found for what there is not, for one letter and for signs', () => {
  for (const typed of ['raumschiff', 'x', '', '  ', '***', '((', '\\', '😀😀']) expect(find(typed)).toEqual({ services: [], offices: [], similar: expect.anything() as boolean })
})

test('a text of any length is answered at once', () => {
  const before = performance.now()
  find('personalausweis '.repeat(50))
  find('donaudampfschifffahrtsgesellschaft'.repeat(20))
  expect(performance.now() - before).toBeLessThan(200)
})
