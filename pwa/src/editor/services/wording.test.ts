// SPDX-License-Identifier: EUPL-1.2
/** The list says where a service comes from and how its link does, in the words of the picture. */

import { expect, test } from 'vitest'
import { de } from '../i18n/de'
import type { ServiceLink } from './model'
import { linkWords, originWords, reportWords } from './wording'

const NOW = new Date('2026-11-24T09:00:00+01:00')
const LINK: ServiceLink = {
  level: 'online',
  portal: 'Dienste',
  url: 'https://example.org',
  state: 'ok',
  status_code: 200,
  reason: null,
  since: null,
  checked_at: '2026-11-24T04:10:00+01:00',
  fallback: null,
}
const BROKEN: ServiceLink = { ...LINK, state: 'broken', status_code: 404, since: '2026-11-22T04:10:00+01:00', fallback: { level: 'bundesportal', portal: 'Bundesportal', url: 'https://example.org/2' } }
const said = (link: ServiceLink | null) => linkWords(link, NOW, de, 'de')

test('a link that works says when that was seen, and where it leads', () => {
  expect(said(LINK)).toEqual({ state: 'ok', text: 'geht, heute 4:10', line: 'Online-Dienst' })
})

test('a page that is gone and a silent server are two sentences, each with what residents get instead', () => {
  expect(said(BROKEN)).toEqual({ state: 'broken', text: 'Seite nicht gefunden (404)', line: 'Ersatz aktiv: Bundesportal' })
  expect(said({ ...BROKEN, status_code: null, reason: 'unreachable' }).text).toBe('antwortet nicht seit So 22.11.')
  expect(said({ ...BROKEN, fallback: null }).line).toBe('In der App steht kein Link')
})

test('no link is no fault, and nobody claims what was never checked', () => {
  expect(said(null)).toEqual({ state: 'none', text: 'kein Online-Dienst', line: undefined })
  expect(said({ ...LINK, state: 'unknown', checked_at: null }).text).toBe('noch nicht geprüft')
})

test('the origin is a name, and one’s own words are told beside it', () => {
  expect(originWords({ origin: 'own', source_name: null, own: true }, de)).toBe('Eigene')
  expect(originWords({ origin: 'land', source_name: 'Brandenburg', own: false }, de)).toBe('Land Brandenburg')
  expect(originWords({ origin: 'pvog', source_name: null, own: true }, de)).toBe('PVOG, von Ihnen ergänzt')
})

test('an import tells what it changed, or that nothing did', () => {
  const report = { added: 3, updated: 0, same: 120, removed: 1, skipped: 0, elsewhere: 2 }
  expect(reportWords(report, de)).toBe('3 neu, 1 entfernt, 2 für andere Orte')
  expect(reportWords({ ...report, added: 0, removed: 0, elsewhere: 0 }, de)).toBe('120 unverändert')
})
