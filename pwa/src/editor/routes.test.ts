// SPDX-License-Identifier: EUPL-1.2
/** An address leads where the role allows, and the navigation shows nothing else. */

import { expect, test } from 'vitest'
import { entriesFor, linkPageOf, newEvent, newNews, owns, routeOf, type Asking } from './routes'
import { allows, type Person, type Role } from './session'

const CLUB = { id: 'o', name: 'Feuerwehrverein' }

function may(roles: Role[], organiser: Person['organiser'] = null, modules = ['news', 'events', 'defects', 'services']): Asking {
  const person: Person = { id: '', name: '', email: '', roles, second_factor: false, second_factor_due: null, organiser }
  return { can: (right) => allows(person, right), modules }
}

const words = (...asking: Parameters<typeof may>) => entriesFor(may(...asking)).map(({ word }) => word)

test('each role has its own entries, the administration all of them', () => {
  expect(words(['EDITOR'])).toEqual(['today', 'news', 'events', 'services', 'media', 'pages'])
  expect(words(['CLERK'])).toEqual(['today', 'defects'])
  expect(words(['ADMIN'])).toEqual(['today', 'news', 'events', 'defects', 'services', 'media', 'pages', 'people', 'log', 'settings'])
})

test('who writes for one organiser has their events, the pictures for them, and nothing else', () => {
  expect(words(['EDITOR'], CLUB)).toEqual(['today', 'events', 'media'])
  expect(routeOf('/redaktion/termine/vorschlaege', may(['EDITOR'], CLUB))).toBeUndefined()
  expect(routeOf('/redaktion/nachrichten', may(['EDITOR'], CLUB))).toBeUndefined()
})

test('what a municipality does not have is no page', () => {
  expect(words(['EDITOR'], null, ['news'])).toEqual(['today', 'news', 'media', 'pages'])
  expect(words(['ADMIN'], null, ['news'])).not.toContain('settings')
})

test('a page beyond the role is no page', () => {
  expect(routeOf('/redaktion/personen', may(['EDITOR']))).toBeUndefined()
  expect(routeOf('/redaktion/personen', may(['ADMIN']))).toBeDefined()
})

test('a new item has an address of its own each time', () => {
  const path = newNews().split('?')[0] ?? ''
  expect(routeOf(path, may(['EDITOR']))?.id).toMatch(/^[0-9a-f-]{36}$/)
  expect(newNews()).not.toBe(newNews())
  expect(routeOf(newEvent().split('?')[0] ?? '', may(['EDITOR']))?.id).toMatch(/^[0-9a-f-]{36}$/)
})

test('links with secrets are pages of their own', () => {
  expect(linkPageOf('/redaktion/einladung')).toBe('invitation')
  expect(linkPageOf('/redaktion/einladung/x')).toBeUndefined()
  expect(linkPageOf('/toString')).toBeUndefined()
})

test('the app of the residents is the browser’s business', () => {
  expect(owns('/redaktion/konto')).toBe(true)
  expect(owns('/')).toBe(false)
  expect(owns('/redaktionell')).toBe(false)
})
