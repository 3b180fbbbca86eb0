// SPDX-License-Identifier: EUPL-1.2
import { IDBFactory } from 'fake-indexeddb'
import 'fake-indexeddb/auto'
import { openDB } from 'idb'
import { beforeEach, expect, test } from 'vitest'
import { openStore, type Copy } from './store'

function copy(id: string, usedAt = 1): Copy {
  return { id, body: { title: id }, etag: '"1"', storedAt: usedAt, usedAt, total: undefined, nextPage: undefined }
}

beforeEach(() => {
  globalThis.indexedDB = new IDBFactory()
})

test('what was put comes back, also for the next visit', async () => {
  await openStore().put(copy('a'))
  expect(await openStore().get('a')).toEqual(copy('a'))
})

test('keeps only as many copies as allowed and drops those used longest ago', async () => {
  const store = openStore(3)
  for (let n = 1; n <= 5; n++) await store.put(copy(`n${n}`, n))
  expect(await store.get('n1')).toBeUndefined()
  expect(await store.get('n2')).toBeUndefined()
  expect(await store.get('n3')).toBeDefined()
  expect(await store.get('n5')).toBeDefined()
})

test('a device without IndexedDB reads as empty and never fails', async () => {
  // @ts-expect-error -- private mode of some browsers has none
  globalThis.indexedDB = undefined
  const store = openStore()
  await store.put(copy('a'))
  await store.remove('a')
  await store.clear()
  expect(await store.get('a')).toBeUndefined()
})

test('a copy that lost its shape is no copy', async () => {
  const store = openStore()
  await store.put({ id: 'a', usedAt: 1 } as Copy)
  expect(await store.get('a')).toBeUndefined()
})

test('a database that cannot be opened is made anew', async () => {
  const newer = await openDB('sv-reads', 9, { upgrade: (db) => void db.createObjectStore('other') })
  newer.close()
  const store = openStore()
  await store.put(copy('a'))
  expect(await store.get('a')).toEqual(copy('a'))
})

test('clear leaves nothing', async () => {
  const store = openStore()
  await store.put(copy('a'))
  await store.clear()
  expect(await store.get('a')).toBeUndefined()
})
