// SPDX-License-Identifier: EUPL-1.2
import 'fake-indexeddb/auto'
import { beforeEach, expect, test, vi } from 'vitest'
import { clearRecord, readRecord, writeRecord, type PushRecord } from './push-record'
import { leave, mend } from './push-subscription'

const RECORD: PushRecord = { id: 'one', auth: 'old', key: 'public', topics: ['urgent'], quiet: null, urgent_passes: true }
const ROW = { id: 'one', topics: ['urgent'], quiet: null, urgent_passes: true }
const GONE = { status: 404, body: { code: 'not-found' } }

interface Sent {
  method: string
  path: string
  secret: string | undefined
  body: Record<string, unknown> | undefined
}

let sent: Sent[]
let answers: ({ status: number; body?: unknown } | 'no network')[]

function subscription(auth: string): PushSubscription {
  const json = { endpoint: `https://push.example/${auth}`, expirationTime: null, keys: { p256dh: 'p', auth } }
  return { toJSON: () => json, unsubscribe: vi.fn(() => Promise.resolve(true)) } as unknown as PushSubscription
}

function browser(current: PushSubscription | null, next?: PushSubscription) {
  return {
    getSubscription: () => Promise.resolve(current),
    subscribe: vi.fn(() => (next ? Promise.resolve(next) : Promise.reject(new DOMException('no', 'NotAllowedError')))),
  } as unknown as PushManager
}

beforeEach(async () => {
  await clearRecord()
  sent = []
  answers = []
  vi.stubGlobal('Notification', { permission: 'granted' })
  vi.stubGlobal('fetch', (path: string, { method, headers, body }: { method: string; headers: Record<string, string>; body?: string }) => {
    sent.push({ method, path, secret: headers['authorization'], body: body === undefined ? undefined : (JSON.parse(body) as Record<string, unknown>) })
    const answer = answers.shift()
    if (answer === undefined || answer === 'no network') return Promise.reject(new TypeError('no network'))
    const text = answer.body === undefined ? null : JSON.stringify(answer.body)
    return Promise.resolve(new Response(text, { status: answer.status }))
  })
})

test('a device that never subscribed asks nobody for anything', async () => {
  const manager = browser(null, subscription('new'))
  await mend(manager)
  expect(manager.subscribe).not.toHaveBeenCalled()
  expect(sent).toEqual([])
})

test('a subscription that is as it was costs no request', async () => {
  await writeRecord(RECORD)
  await mend(browser(subscription('old')))
  expect(sent).toEqual([])
})

test.each<[string, PushManager, PushSubscription | null]>([
  ['one that the browser handed over', browser(null), subscription('new')],
  ['one that the browser took by itself', browser(subscription('new')), null],
  ['a lost one by a new one', browser(null, subscription('new')), null],
])('the server learns of %s, and the old secret proves it', async (_how, manager, given) => {
  await writeRecord(RECORD)
  answers = [{ status: 200, body: ROW }]
  await mend(manager, given)
  expect(sent).toEqual([
    {
      method: 'PUT',
      path: '/api/v1/push/subscriptions/one',
      secret: 'Bearer old',
      body: { endpoint: 'https://push.example/new', keys: { p256dh: 'p', auth: 'new' }, topics: ['urgent'], quiet: null, urgent_passes: true },
    },
  ])
  expect(await readRecord()).toEqual({ ...RECORD, auth: 'new' })
})

test('a permission that was taken back is not asked for again by itself', async () => {
  await writeRecord(RECORD)
  vi.stubGlobal('Notification', { permission: 'default' })
  const manager = browser(null, subscription('new'))
  await mend(manager)
  expect(manager.subscribe).not.toHaveBeenCalled()
  expect(sent).toEqual([])
})

test('what the server has deleted meanwhile is subscribed anew', async () => {
  await writeRecord(RECORD)
  answers = [GONE, { status: 201, body: { ...ROW, id: 'two' } }]
  await mend(browser(subscription('new')))
  expect(sent.map(({ method }) => method)).toEqual(['PUT', 'POST'])
  expect(await readRecord()).toMatchObject({ id: 'two', auth: 'new' })
})

test.each([['no network' as const], [{ status: 503, body: { code: 'unavailable' } }], [{ status: 200 }]])('with %o it is tried again at the next start', async (answer) => {
  await writeRecord(RECORD)
  answers = [answer]
  await mend(browser(subscription('new')))
  expect(await readRecord()).toEqual(RECORD)
})

test('leaving deletes the row, the record and the subscription', async () => {
  await writeRecord(RECORD)
  const own = subscription('old')
  answers = [{ status: 204 }]
  expect(await leave(browser(own), false)).toBe('done')
  expect(sent).toMatchObject([{ method: 'DELETE', path: '/api/v1/push/subscriptions/one', secret: 'Bearer old' }])
  expect(await readRecord()).toBeUndefined()
  expect(own.unsubscribe).toHaveBeenCalled()
})

test('without the server nobody leaves by half', async () => {
  await writeRecord(RECORD)
  const own = subscription('old')
  expect(await leave(browser(own), false)).toBe('unreachable')
  expect(await readRecord()).toEqual(RECORD)
  expect(own.unsubscribe).not.toHaveBeenCalled()
})

test('a page of a hotel is not taken for the server', async () => {
  await writeRecord(RECORD)
  vi.stubGlobal('fetch', () => Promise.resolve(new Response('<h1>WLAN</h1>', { status: 200 })))
  expect(await leave(browser(subscription('old')), false)).toBe('unreachable')
  expect(await readRecord()).toEqual(RECORD)
})

test('who wants everything gone gets it without the server too', async () => {
  await writeRecord(RECORD)
  const own = subscription('old')
  expect(await leave(browser(own), true)).toBe('done')
  expect(await readRecord()).toBeUndefined()
  expect(own.unsubscribe).toHaveBeenCalled()
})
