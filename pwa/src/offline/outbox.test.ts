// SPDX-License-Identifier: EUPL-1.2
import { IDBFactory } from 'fake-indexeddb'
import 'fake-indexeddb/auto'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { drain } from './outbox'
import { inReports, readAll, type Mine, type Waiting } from './report-store'

const RECEIPT = { number: 'BB-2026-0423', status: 'received', received_at: '2026-11-23T07:00:00Z', due_on: '2026-11-26', photos: ['1'] }

function waiting(id: string, since = 1): Waiting {
  return { id, secret: `secret of ${id}`, report: `{"category":"${id}"}`, photos: [new Uint8Array([1, 2, 3]).buffer], state: 'queued', since, draft: null }
}

async function keep(...list: Waiting[]): Promise<void> {
  await inReports('readwrite', (change) => {
    for (const each of list) {
      const mine: Mine = { id: each.id, secret: each.secret, number: null, category: { code: 'lamp', name: 'Lampe', icon: 'lamp' }, place: null, created: 1, state: 'waiting', due_on: null }
      change.objectStore('outbox').put(each, each.id)
      change.objectStore('mine').put(mine, each.id)
    }
    return undefined
  })
}

type Server = (id: string, request: RequestInit) => Response | Promise<Response>

/** What the server was asked, in order; `server` answers. */
function serve(server: Server): { id: string; report: string; secret: string; photo: number[] }[] {
  const asked: { id: string; report: string; secret: string; photo: number[] }[] = []
  vi.stubGlobal('fetch', async (path: string, request: RequestInit) => {
    const id = path.split('/').at(-1) ?? ''
    const form = request.body as FormData
    const photo = [...new Uint8Array(await (form.get('photo') as Blob).arrayBuffer())]
    asked.push({ id, report: String(form.get('report')), secret: new Headers(request.headers).get('authorization') ?? '', photo })
    return server(id, request)
  })
  return asked
}

const json = (status: number, body: object): Response => new Response(JSON.stringify(body), { status })
const accept: Server = (id) => json(201, { id, ...RECEIPT })
const states = async () => (await readAll<Mine>('mine')).map(({ state }) => state)

beforeEach(() => {
  globalThis.indexedDB = new IDBFactory()
})
afterEach(() => vi.unstubAllGlobals())

test('what waits is sent in the order in which it was written, and nothing waits any more', async () => {
  await keep(waiting('b', 2), waiting('a', 1))
  const asked = serve(accept)
  expect(await drain()).toBe(true)
  expect(asked.map(({ id }) => id)).toEqual(['a', 'b'])
  expect(asked[0]).toEqual({ id: 'a', report: '{"category":"a"}', secret: 'Bearer secret of a', photo: [1, 2, 3] })
  expect(await readAll('outbox')).toEqual([])
  expect(await readAll<Mine>('mine')).toMatchObject([{ state: 'sent', number: 'BB-2026-0423', due_on: '2026-11-26' }, { state: 'sent' }])
})

test.each([
  ['no network', () => Promise.reject(new TypeError('offline'))],
  ['a server in trouble', () => json(503, { code: 'internal' })],
  ['too many from one place', () => json(429, { code: 'too-many-requests' })],
  ['the page of a hotel', () => new Response('<html>Welcome</html>', { status: 200 })],
  ['a hotel that answers everything', () => json(200, { welcome: true })],
  ['a wall that speaks for the town hall', () => json(403, { error: 'forbidden' })],
  ['the receipt of another report', () => json(200, { id: 'other', ...RECEIPT })],
] as [string, Server][])('with %s it goes on waiting, with all its bytes', async (_name, server) => {
  await keep(waiting('a'))
  serve(server)
  expect(await drain()).toBe(false)
  expect(await readAll<Waiting>('outbox')).toEqual([waiting('a')])
  expect(await states()).toEqual(['waiting'])
})

test('after a lost answer the same bytes are sent again', async () => {
  await keep(waiting('a'))
  let first = true
  const asked = serve((id, request) => {
    if (!first) return accept(id, request)
    first = false
    throw new TypeError('cut')
  })
  expect(await drain()).toBe(false)
  expect(await drain()).toBe(true)
  expect(asked[1]).toEqual(asked[0])
})

test('what a killed page has left half sent is sent again', async () => {
  await keep({ ...waiting('a'), state: 'sending' })
  const asked = serve(accept)
  expect(await drain()).toBe(true)
  expect(asked).toHaveLength(1)
})

test('a refusal is kept with its reason, is not sent again and holds up nothing', async () => {
  await keep(waiting('a', 1), waiting('b', 2))
  const asked = serve((id, request) => (id === 'a' ? json(422, { code: 'invalid', detail: 'Nicht hier.', errors: { 'photo.2': ['x'] } }) : accept(id, request)))
  expect(await drain()).toBe(true)
  expect(await drain()).toBe(true)
  expect(asked.map(({ id }) => id)).toEqual(['a', 'b'])
  expect(await readAll<Waiting>('outbox')).toMatchObject([{ id: 'a', state: 'refused', refusal: { code: 'invalid', detail: 'Nicht hier.', fields: ['photo.2'] }, report: '{"category":"a"}' }])
  expect(await states()).toEqual(['refused', 'sent'])
})

test('a report that the server stumbles over waits, and holds up nothing', async () => {
  await keep(waiting('a', 1), waiting('b', 2))
  const asked = serve((id, request) => (id === 'a' ? json(500, { code: 'internal' }) : accept(id, request)))
  expect(await drain()).toBe(false)
  expect(asked.map(({ id }) => id)).toEqual(['a', 'b'])
  expect(await readAll('outbox')).toEqual([waiting('a', 1)])
})

test('what is too large for the way to the town hall is not sent again and again', async () => {
  await keep(waiting('a'))
  serve(() => new Response('<html>413 Request Entity Too Large</html>', { status: 413 }))
  expect(await drain()).toBe(true)
  expect(await readAll<Waiting>('outbox')).toMatchObject([{ state: 'refused', refusal: { code: 'too-large' } }])
})

test('work that cannot be done is told, not taken for done', async () => {
  const unstorable = { ...waiting('a'), draft: () => 0 }
  await expect(keep(unstorable)).rejects.toThrow()
  expect(await readAll('outbox')).toEqual([])
})

test('a report that was taken off the phone meanwhile does not come back', async () => {
  await keep(waiting('a'))
  serve(async (id, request) => {
    await inReports('readwrite', (change) => {
      change.objectStore('mine').clear()
      return change.objectStore('outbox').clear()
    })
    return accept(id, request)
  })
  expect(await drain()).toBe(true)
  expect(await readAll('outbox')).toEqual([])
  expect(await readAll('mine')).toEqual([])
})
