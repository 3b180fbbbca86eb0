// SPDX-License-Identifier: EUPL-1.2
/** The log speaks in sentences and links to what is still there. */

import { expect, test } from 'vitest'
import { de } from '../i18n/de'
import { areaOf, sentenceOf, type AuditEntry } from './words'

function entry(more: Partial<AuditEntry>): AuditEntry {
  return { id: '1', at: '2026-11-24T07:40:00Z', actor: 'Kim Beispiel', action: 'news.submitted', subject: 'Vollsperrung', details: {}, ...more }
}

const spoken = (given: AuditEntry) => sentenceOf(given, de).map(({ text }) => text).join('')

test('who did what to what is one sentence', () => {
  expect(spoken(entry({}))).toBe('Kim Beispiel hat Vollsperrung zur Freigabe eingereicht')
  expect(areaOf(entry({}), de)).toBe('Nachricht')
})

test('a subject leads to itself as long as it is there', () => {
  const link = (action: string) => sentenceOf(entry({ action, details: { id: 'abc' } }), de).find(({ is }) => is === 'subject')?.href
  expect(link('news.published')).toBe('/redaktion/nachrichten/abc')
  expect(link('page.published')).toBe('/redaktion/seiten/abc')
  expect(link('event.published')).toBe('/redaktion/termine/abc')
  expect(link('report.contact-shown')).toBe('/redaktion/meldungen/abc')
  expect(link('service.hidden')).toBe('/redaktion/dienste/abc')
  expect(link('services.source-run')).toBeUndefined()
  expect(link('news.deleted')).toBeUndefined()
})

test('changed roles say before and after in words', () => {
  const given = entry({ action: 'roles.changed', subject: 'Robin', details: { before: ['EDITOR'], after: ['EDITOR', 'ADMIN'] } })
  expect(spoken(given)).toBe('Kim Beispiel hat die Aufgaben von Robin geändert (vorher Redaktion, jetzt Redaktion, Verwaltung)')
})

test('who may write for one organiser only is said with it, and so is what clubs may do', () => {
  const given = entry({ action: 'roles.changed', subject: 'Toni', details: { before: ['CLERK'], after: ['EDITOR'], organiser: 'Singkreis' } })
  expect(spoken(given)).toContain('jetzt Redaktion, Nur Termine: Singkreis')
  expect(spoken(entry({ action: 'settings.changed', subject: '', details: { organisers_publish: true } }))).toBe('Kim Beispiel hat die Freigabe umgestellt (Vereine veröffentlichen jetzt selbst)')
})

test('a refused sign-in names nobody who is not known', () => {
  expect(spoken(entry({ action: 'session.refused', actor: '', subject: '' }))).toBe('Anmeldung abgelehnt: Unbekannt')
})

test('a deed that this build does not know is still told', () => {
  expect(spoken(entry({ action: 'moon.landed', subject: 'Mond' }))).toBe('Kim Beispiel: moon.landed Mond')
})
