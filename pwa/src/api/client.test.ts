// SPDX-License-Identifier: EUPL-1.2
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { onReach, read } from './client'

const request = vi.fn<typeof fetch>()
const reached: boolean[] = []
let stop: () => void

beforeEach(() => {
  vi.stubGlobal('fetch', request.mockReset())
  reached.length = 0
  stop = onReach((ok) => reached.push(ok))
})
afterEach(() => {
  stop()
  vi.unstubAllGlobals()
})

function answers(body: unknown, init: ResponseInit = {}, type = 'application/json'): void {
  const text = body === null ? null : typeof body === 'string' ? body : JSON.stringify(body)
  request.mockResolvedValue(new Response(text, { ...init, headers: { 'content-type': type, ...init.headers } }))
}

test('a list comes with its ETag and its pages', async () => {
  answers([1], { headers: { etag: '"v7"', 'x-pagination': '{"total": 41, "next_page": 2}' } })
  expect(await read('/api/v1/news')).toEqual({ kind: 'body', body: [1], etag: '"v7"', total: 41, nextPage: 2 })
  expect(reached).toEqual([true])
})

test('the last page has no next one', async () => {
  answers([], { headers: { 'x-pagination': '{"total": 41}' } })
  expect(await read('/api/v1/news')).toMatchObject({ nextPage: null })
})

test('an ETag makes the read conditional', async () => {
  answers(null, { status: 304 })
  expect(await read('/a', '"v7"')).toEqual({ kind: 'unchanged' })
  expect(request.mock.calls[0]?.[1]?.headers).toMatchObject({ 'if-none-match': '"v7"' })
})

test('a problem keeps its code', async () => {
  answers({ type: 'urn:sva:problem:not-found', code: 'not-found', title: 'x', status: 404 }, { status: 404 }, 'application/problem+json')
  expect(await read('/a')).toMatchObject({ kind: 'problem', problem: { code: 'not-found' } })
  expect(reached).toEqual([true])
})

test('an error page of a proxy is an internal problem, not a missing article', async () => {
  answers('<h1>404</h1>', { status: 404 }, 'text/html')
  expect(await read('/a')).toMatchObject({ kind: 'problem', problem: { code: 'internal', status: 404 } })
})

test.each([
  [422, true],
  [500, false],
  [503, false],
])('a %i counts as reaching the town hall: %s', async (status, answered) => {
  answers('', { status }, 'text/html')
  await read('/a')
  expect(reached).toEqual([answered])
})

test('the log-in page of a hotel is no connection', async () => {
  answers('<h1>Willkommen</h1>', {}, 'text/html; charset=utf-8')
  expect(await read('/a')).toEqual({ kind: 'unreachable' })
  expect(reached).toEqual([false])
})

test.each(['{"half":', ''])('a body cut off by the network (%j) is no answer', async (text) => {
  answers(text)
  expect(await read('/a')).toEqual({ kind: 'unreachable' })
})

test('no network is unreachable, not an exception', async () => {
  request.mockRejectedValue(new TypeError('Failed to fetch'))
  expect(await read('/a')).toEqual({ kind: 'unreachable' })
})

test('patience ends', async () => {
  request.mockImplementation(
    (_path, init) => new Promise((_done, fail) => init?.signal?.addEventListener('abort', () => fail(new Error('aborted')))),
  )
  expect(await read('/a', undefined, 5)).toEqual({ kind: 'unreachable' })
})
