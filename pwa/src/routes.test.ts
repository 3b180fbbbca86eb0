// SPDX-License-Identifier: EUPL-1.2
/** Addresses lead where they say, and the server keeps what is its own. */

import { expect, test } from 'vitest'
import { notFound, owns, routeOf } from './routes'

test('an article bears its id, a page its slug', () => {
  expect(routeOf('/aktuelles/019a-b').id).toBe('019a-b')
  expect(routeOf('/seiten/leichte-sprache').id).toBe('leichte-sprache')
  expect(routeOf('/seiten/b%C3%BCrgerb%C3%BCro').id).toBe('bürgerbüro')
})

test('an unknown address is not found instead of showing Start', () => {
  expect(routeOf('/gibt-es-nicht').route).toBe(notFound)
  expect(routeOf('/aktuelles/a/b').route).toBe(notFound)
})

test('a broken escape in an address is not found instead of breaking the app', () => {
  expect(routeOf('/seiten/%E0%A4%A').route).toBe(notFound)
})

test('a service bears its id; offices and what is kept are no services', () => {
  expect(routeOf('/dienste/019a-b').id).toBe('019a-b')
  expect(routeOf('/dienste/aemter/019a-b').id).toBe('019a-b')
  const pages = ['/dienste', '/dienste/aemter', '/dienste/aemter/019a-b', '/dienste/gemerkt', '/dienste/019a-b'].map((path) => routeOf(path, ['services']).route)
  expect(new Set(pages).size).toBe(5)
  expect(pages).not.toContain(notFound)
  expect(routeOf('/dienste', ['news']).route).toBe(notFound)
})

test('links to feeds, pictures and the API stay with the browser', () => {
  for (const path of ['/feeds/news.atom', '/media/a.jpg', '/api/docs', '/redaktion']) expect(owns(path)).toBe(false)
  for (const path of ['/', '/aktuelles', '/mediathek', '/seiten/impressum']) expect(owns(path)).toBe(true)
})

test('a page of a module that is off is no page', () => {
  expect(routeOf('/aktuelles', []).route).toBe(notFound)
  expect(routeOf('/aktuelles/0197', ['events']).route).toBe(notFound)
  expect(routeOf('/aktuelles', ['news']).route).not.toBe(notFound)
  expect(routeOf('/mehr/mitteilungen', ['news']).route).toBe(notFound)
  expect(routeOf('/mehr/mitteilungen', ['push']).route).not.toBe(notFound)
  expect(routeOf('/aktuelles').route).not.toBe(notFound)
  expect(routeOf('/mehr', []).route).not.toBe(notFound)
})
