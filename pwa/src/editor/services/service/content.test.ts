// SPDX-License-Identifier: EUPL-1.2
/** Only what somebody wrote differently is the municipality's; everything else stays with the source. */

import { expect, test } from 'vitest'
import type { Own, StaffService } from '../model'
import { contentOf, moduleOf, ownOf, partsOf, sourceContent } from './content'

const SOURCE: StaffService['source'] = {
  title: 'Wohnsitz anmelden',
  teaser: '',
  situation: 'wohnen',
  synonyms: ['Umzug', 'umziehen'],
  fees: '<p>keine</p>',
  deadlines: null,
  duration: null,
  forms: [{ title: 'Vermieter', url: 'https://example.org/vermieter.pdf' }],
  links: [],
  modules: [
    { code: '06', title: 'Worum es geht', html: '<p>Nach dem Umzug.</p>' },
    { code: '08', title: 'Das brauchen Sie', html: '<ul><li>Ausweis</li></ul>' },
    { code: '99', title: 'Unbekanntes', html: '<p>Mehr.</p>' },
  ],
  offices: ['b', 'a'],
}
const NOTHING: Own = { title: null, teaser: null, situation: null, synonyms: null, url: null, fees: null, deadlines: null, duration: null, forms: null, links: null, modules: {}, offices: null }

test('who changes nothing has no words of their own', () => {
  expect(ownOf(contentOf({ content: NOTHING, source: SOURCE }), SOURCE)).toEqual(NOTHING)
})

test('own words lie over the source’s and come back as they were', () => {
  const own: Own = {
    ...NOTHING,
    title: 'Ummelden',
    synonyms: [],
    fees: '',
    url: 'https://www.bad-belzig.de/ummelden',
    forms: [],
    links: [{ title: 'Merkblatt', url: 'https://example.org/m' }],
    modules: { '08': '', '09': '<p>volljährig</p>' },
    offices: [],
  }
  const content = contentOf({ content: own, source: SOURCE })
  expect([content.title, content.fees, content[moduleOf('08')], content[moduleOf('06')]]).toEqual(['Ummelden', '', '', '<p>Nach dem Umzug.</p>'])
  expect(ownOf(content, SOURCE)).toEqual(own)
})

test('taking the source’s words again leaves nothing of one’s own', () => {
  const changed = { ...contentOf({ content: NOTHING, source: SOURCE }), title: 'Ummelden', [moduleOf('08')]: '<p>nichts</p>', offices: ['c'] }
  expect(ownOf(changed, SOURCE)).toMatchObject({ title: 'Ummelden', modules: { '08': '<p>nichts</p>' }, offices: ['c'] })
  expect(ownOf({ ...changed, title: SOURCE.title, [moduleOf('08')]: '<ul><li>Ausweis</li></ul>', offices: ['a', 'b'] }, SOURCE)).toEqual(NOTHING)
})

test('a title or teaser without words is the source’s, a text without words is none', () => {
  const emptied = { ...contentOf({ content: NOTHING, source: SOURCE }), title: ' ', teaser: '', fees: '' }
  expect(ownOf(emptied, SOURCE)).toMatchObject({ title: null, teaser: null, fees: '' })
})

test('a link without a name is called by its host', () => {
  const content = { ...sourceContent(SOURCE), links: [{ label: ' ', url: 'https://www.bad-belzig.de/a' }] }
  expect(ownOf(content, SOURCE).links).toEqual([{ title: 'www.bad-belzig.de', url: 'https://www.bad-belzig.de/a' }])
})

test('parts stand in the order of the page, also those left out and those this build does not know', () => {
  const content = { ...contentOf({ content: NOTHING, source: SOURCE }), [moduleOf('08')]: '', deadlines: '<p>2 Wochen</p>' }
  const { shown, more } = partsOf(content, SOURCE)
  expect(shown).toEqual(['module-06', 'module-08', 'fees', 'deadlines', 'module-99'])
  expect(more).toEqual(['module-09', 'module-11', 'module-16', 'duration', 'module-07', 'module-25'])
})

test('an own service begins empty and may hold everything', () => {
  const { shown, more } = partsOf(sourceContent(undefined), undefined)
  expect(shown).toEqual([])
  expect(more[0]).toBe('module-06')
  expect(ownOf({ ...sourceContent(undefined), title: 'Laubsäcke kaufen' }, undefined)).toEqual({ ...NOTHING, title: 'Laubsäcke kaufen' })
})
