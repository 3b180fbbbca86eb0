// SPDX-License-Identifier: EUPL-1.2
/** An address leads where the role allows, and the navigation shows nothing else. */

import { expect, test } from 'vitest'
import { entriesFor, linkPageOf, newNews, owns, routeOf } from './routes'
import { allows, type Person, type Role } from './session'

function may(...roles: Role[]): (role: Role) => boolean {
  const person: Person = { id: '', name: '', email: '', roles, second_factor: false, second_factor_due: null }
  return (role) => allows(person, role)
}

const words = (...roles: Role[]) => entriesFor(may(...roles)).map(({ word }) => word)

test('each role has its own entries, the administration all of them', () => {
  expect(words('EDITOR')).toEqual(['today', 'news', 'media', 'pages'])
  expect(words('CLERK')).toEqual(['today'])
  expect(words('ADMIN')).toEqual(['today', 'news', 'media', 'pages', 'people', 'log'])
})

test('a page beyond the role is no page', () => {
  expect(routeOf('/redaktion/personen', may('EDITOR'))).toBeUndefined()
  expect(routeOf('/redaktion/personen', may('ADMIN'))).toBeDefined()
})

test('a new item has an address of its own each time', () => {
  const path = newNews().split('?')[0] ?? ''
  expect(routeOf(path, may('EDITOR'))?.id).toMatch(/^[0-9a-f-]{36}$/)
  expect(newNews()).not.toBe(newNews())
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
