// SPDX-License-Identifier: EUPL-1.2
import { beforeEach, describe, expect, test, vi } from 'vitest'
import type { Answer } from '../api/client'
import { createReads, type Reads } from './reads'
import type { Copy, Store } from './store'

const OFFLINE: Answer = { kind: 'unreachable' }
const GONE: Answer = { kind: 'problem', problem: { type: 'urn:sva:problem:not-found', code: 'not-found', title: '', status: 404 } }
const BROKEN: Answer = { kind: 'problem', problem: { type: 'urn:sva:problem:internal', code: 'internal', title: '', status: 500 } }

function body(value: unknown, etag = '"1"'): Answer {
  return { kind: 'body', body: value, etag, total: 7, nextPage: 2 }
}

function copy(id: string, value: unknown): Copy {
  return { id, body: value, etag: '"old"', storedAt: 1000, usedAt: 1000, total: 1, nextPage: null }
}

let copies: Map<string, Copy>
let store: Store
let answer: Answer
let clock: number
const asked = vi.fn<(path: string, etag?: string) => Promise<Answer>>()
let reads: Reads
const close: (() => void)[] = []

beforeEach(() => {
  copies = new Map()
  store = {
    get: (id) => Promise.resolve(copies.get(id)),
    put: async (entry) => void copies.set(entry.id, entry),
    remove: async (id) => void copies.delete(id),
    clear: async () => copies.clear(),
  }
  clock = 5000
  asked.mockReset().mockImplementation(() => Promise.resolve(answer))
  reads = createReads({ store, read: asked, now: () => clock })
  close.splice(0).forEach((stop) => stop())
})

/** Opens `id` and returns the states that a page would have shown. */
async function states(id: string): Promise<string[]> {
  const seen: string[] = []
  close.push(
    reads.open(id, `/api/${id}`, () => {
      const { state, data } = reads.peek(id)
      seen.push(data === undefined ? state : `${state}:${JSON.stringify(data)}`)
    }),
  )
  await settled()
  return seen
}

async function settled(): Promise<void> {
  await new Promise((done) => setTimeout(done, 5))
}

describe('a page that was never read before', () => {
  test('waits, then shows and keeps what the network says', async () => {
    answer = body('news')
    expect(await states('a')).toEqual(['loading', 'fresh:"news"'])
    expect(copies.get('a')).toMatchObject({ body: 'news', etag: '"1"', storedAt: 5000 })
    expect(reads.peek('a')).toMatchObject({ total: 7, nextPage: 2, storedAt: 5000 })
  })

  test('says offline when no server is reached', async () => {
    answer = OFFLINE
    expect(await states('a')).toEqual(['loading', 'offline'])
  })

  test('says error when the server fails, and why', async () => {
    answer = BROKEN
    expect(await states('a')).toEqual(['loading', 'error'])
    expect(reads.peek('a').error?.code).toBe('internal')
  })
})

describe('a page with a copy on the device', () => {
  beforeEach(() => copies.set('a', copy('a', 'old')))

  test('never shows a failure before a slow device has looked for its copy', async () => {
    store.get = (id) => new Promise((done) => setTimeout(() => done(copies.get(id)), 20))
    reads = createReads({ store, read: asked, now: () => clock, headStartMs: 1 })
    answer = BROKEN
    const seen = states('a')
    await new Promise((done) => setTimeout(done, 40))
    expect(await seen).toEqual(['loading', 'revalidating:"old"', 'error:"old"'])
  })

  test('shows the copy with its age before the network answers', async () => {
    let release: (answer: Answer) => void = () => undefined
    asked.mockImplementation(() => new Promise((done) => (release = done)))
    expect(await states('a')).toEqual(['loading', 'revalidating:"old"'])
    expect(reads.peek('a').storedAt).toBe(1000)
    release(body('new'))
    await settled()
    expect(reads.peek('a')).toMatchObject({ state: 'fresh', data: 'new' })
  })

  test('asks with the ETag of the copy, and a 304 makes the copy young again', async () => {
    answer = { kind: 'unchanged' }
    expect(await states('a')).toContain('fresh:"old"')
    expect(asked).toHaveBeenCalledWith('/api/a', '"old"')
    expect(copies.get('a')?.storedAt).toBe(5000)
  })

  test.each([
    ['no network', OFFLINE, 'offline'],
    ['a failing server', BROKEN, 'error'],
  ])('keeps the copy and its age with %s', async (_why, result, state) => {
    answer = result
    await states('a')
    expect(reads.peek('a')).toMatchObject({ state, data: 'old', storedAt: 1000 })
    expect(copies.get('a')?.storedAt).toBe(1000)
  })

  test('loses the copy when the server says it is gone', async () => {
    answer = GONE
    await states('a')
    expect(reads.peek('a')).toMatchObject({ state: 'missing', data: undefined, storedAt: undefined })
    expect(copies.has('a')).toBe(false)
  })

  test('does not wait for a device that never answers', async () => {
    store.get = () => new Promise(() => undefined)
    reads = createReads({ store, read: asked, now: () => clock, headStartMs: 1 })
    answer = body('new')
    expect(await states('a')).toEqual(['loading', 'fresh:"new"'])
    expect(asked).toHaveBeenCalledWith('/api/a', undefined)
  })

  test('a late copy never replaces the answer of the network', async () => {
    store.get = () => new Promise((done) => setTimeout(() => done(copy('a', 'old')), 3))
    reads = createReads({ store, read: asked, now: () => clock, headStartMs: 0 })
    answer = body('new')
    await states('a')
    await settled()
    expect(reads.peek('a').data).toBe('new')
  })
})

test('what is not for keeping is shown and never stored', async () => {
  answer = body(64)
  close.push(reads.open('counts', '/api/counts', () => undefined, false))
  await settled()
  expect(reads.peek('counts').data).toBe(64)
  expect(copies.size).toBe(0)
})

test('two readers of one address make one request and both hear of it', async () => {
  answer = body('news')
  const [first, second] = await Promise.all([states('a'), states('a')])
  expect(asked).toHaveBeenCalledTimes(1)
  expect(first.at(-1)).toBe('fresh:"news"')
  expect(second.at(-1)).toBe('fresh:"news"')
})

test('coming back to a page shows what memory has while it asks again', async () => {
  answer = body('news')
  await states('a')
  answer = body('newer')
  expect(await states('a')).toEqual(['revalidating:"news"', 'fresh:"newer"'])
})

test('when the network returns, only what is open is asked again', async () => {
  answer = OFFLINE
  await states('a')
  const stop = reads.open('b', '/api/b', () => undefined)
  await settled()
  stop()
  asked.mockClear()
  answer = body('back')
  reads.revalidate()
  await settled()
  expect(asked.mock.calls.map(([path]) => path)).toEqual(['/api/a'])
  expect(reads.peek('a').state).toBe('fresh')
})

test('forgetting leaves nothing on the device and nothing in memory', async () => {
  answer = body('news')
  const stop = reads.open('a', '/api/a', () => undefined)
  await settled()
  stop()
  await reads.forget()
  expect(copies.size).toBe(0)
  expect(reads.peek('a').data).toBeUndefined()
})
