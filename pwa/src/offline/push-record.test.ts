// SPDX-License-Identifier: EUPL-1.2
import 'fake-indexeddb/auto'
import { beforeEach, expect, test } from 'vitest'
import { notificationOf, type Shown } from './notification'
import { clearRecord, keepArrived, readArrived, readRecord, writeRecord, type PushRecord } from './push-record'

const RECORD: PushRecord = { id: 'one', auth: 'old', key: 'public', topics: ['urgent'], quiet: null, urgent_passes: true }

function came(tag: string, title = tag): Shown {
  return notificationOf(JSON.stringify({ title, body: '', url: '/', tag, at: '2026-06-09T08:00:00Z' }))
}

const titles = async () => (await readArrived()).map(({ title }) => title)

beforeEach(clearRecord)

test('what came last stands first, and the oldest makes room', async () => {
  for (let number = 1; number <= 7; number++) await keepArrived(came(`${number}`))
  expect(await titles()).toEqual(['7', '6', '5', '4', '3'])
})

test('a second message on the same matter takes the place of the first', async () => {
  await keepArrived(came('news-1', 'Gesperrt'))
  await keepArrived(came('news-2', 'Markt'))
  await keepArrived(came('news-1', 'Wieder frei'))
  expect(await titles()).toEqual(['Wieder frei', 'Markt'])
})

test('of messages that come at once none is lost', async () => {
  await Promise.all(['1', '2', '3'].map((tag) => keepArrived(came(tag))))
  expect((await titles()).sort()).toEqual(['1', '2', '3'])
})

test('what came does not touch the subscription, and goes with it', async () => {
  await writeRecord(RECORD)
  await keepArrived(came('1'))
  expect(await readRecord()).toEqual(RECORD)
  await clearRecord()
  expect(await readArrived()).toEqual([])
})
