// SPDX-License-Identifier: EUPL-1.2
// @vitest-environment happy-dom
/** The device's copy of what is being written. */

import 'fake-indexeddb/auto'
import { expect, test } from 'vitest'
import { draftPrefix, openDrafts } from './drafts'

const draft = (body: string) => ({ content: { body }, base: null, at: 1 })

test('a draft is found again by another page', async () => {
  await openDrafts().put('stadt|erika|news:1', draft('Bus'))
  expect(await openDrafts().get('stadt|erika|news:1')).toEqual(draft('Bus'))
})

test("who signs out takes along only the own drafts of this municipality", async () => {
  const store = openDrafts()
  await store.put(`${draftPrefix('erika')}news:1`, draft('weg'))
  await store.put(`${draftPrefix('erika2')}news:1`, draft('andere Person'))
  await store.put('anderswo|erika|news:1', draft('andere Gemeinde'))
  await store.removeAll(draftPrefix('erika'))
  expect(await store.get(`${draftPrefix('erika')}news:1`)).toBeUndefined()
  expect(await store.get(`${draftPrefix('erika2')}news:1`)).toBeDefined()
  expect(await store.get('anderswo|erika|news:1')).toBeDefined()
})

test('a draft that the server has is gone', async () => {
  const store = openDrafts()
  await store.put('k', draft('x'))
  await store.remove('k')
  expect(await store.get('k')).toBeUndefined()
})

test('the last words of a closed page count more than the copy before', async () => {
  const store = openDrafts()
  await store.put('closed', draft('Der erste Satz'))
  store.putNow('closed', { ...draft('Der letzte Satz'), at: 2 })
  expect((await openDrafts().get<{ body: string }>('closed'))?.content.body).toBe('Der letzte Satz')
  await store.remove('closed')
  expect(await store.get('closed')).toBeUndefined()
})
