// SPDX-License-Identifier: EUPL-1.2
/** The way to the server takes care of token and session by itself, and says honestly what it cannot do. */

import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { matching, onSignedOut, session, staff } from './staff'

// A browser knows which host a path belongs to; the client keeps the class it finds when it is loaded.
vi.hoisted(() => {
  const Native = Request
  globalThis.Request = class extends Native {
    constructor(input: RequestInfo | URL, init?: RequestInit) {
      super(typeof input === 'string' ? new URL(input, 'http://alpha.localhost') : input, init)
    }
  }
})

interface Sent {
  method: string
  path: string
  token: string | null
  match: string | null
}

let sent: Sent[] = []
let answers: (Response | Error)[] = []

function problem(status: number, code: string, headers: Record<string, string> = {}): Response {
  const body = { type: `urn:sva:problem:${code}`, code, title: code, status }
  return new Response(JSON.stringify(body), { status, headers: { 'content-type': 'application/problem+json', ...headers } })
}

function ok(body: unknown, headers: Record<string, string> = {}): Response {
  return new Response(JSON.stringify(body), { status: 200, headers: { 'content-type': 'application/json', ...headers } })
}

beforeEach(() => {
  sent = []
  vi.stubGlobal('fetch', async (request: Request) => {
    const { headers } = request
    sent.push({ method: request.method, path: new URL(request.url).pathname, token: headers.get('x-csrf-token'), match: headers.get('if-match') })
    const answer = answers.shift() ?? new Error('nobody answers')
    if (answer instanceof Error) throw answer
    return answer
  })
})
afterEach(() => {
  vi.unstubAllGlobals()
  onSignedOut(async () => false)
})

const SETTINGS = '/api/v1/staff/settings'
const write = () => staff.PUT(SETTINGS, { body: { four_eyes: true } })

test('a stale token is fetched once and the write repeated', async () => {
  answers = [problem(403, 'csrf'), ok({ state: 'signed-in', csrf_token: 'fresh' }), ok({ four_eyes: true })]
  expect(await write()).toMatchObject({ ok: true, data: { four_eyes: true } })
  expect(sent.map(({ method, token }) => [method, token])).toEqual([['PUT', expect.anything()], ['GET', null], ['PUT', 'fresh']])
})

test('a write is never repeated more than once', async () => {
  answers = [problem(403, 'csrf'), ok({ csrf_token: 'a' }), problem(403, 'csrf'), ok({ four_eyes: true })]
  expect(await write()).toMatchObject({ ok: false, status: 403 })
  expect(sent).toHaveLength(3)
})

test('a session that is over asks for a sign-in and then goes on', async () => {
  const asked = vi.fn(async () => true)
  onSignedOut(asked)
  answers = [problem(401, 'sign-in-required'), ok({ four_eyes: false })]
  expect(await staff.GET(SETTINGS)).toMatchObject({ ok: true, data: { four_eyes: false } })
  expect(asked).toHaveBeenCalledOnce()
})

test('a wrong password is an answer and no end of the session', async () => {
  const asked = vi.fn(async () => true)
  onSignedOut(asked)
  answers = [problem(401, 'wrong-sign-in')]
  expect(await staff.POST('/api/v1/staff/password', { body: { current: 'x', password: 'y' } })).toMatchObject({ ok: false, status: 401 })
  expect(asked).not.toHaveBeenCalled()
})

test('no network is said as such and loses nothing', async () => {
  answers = [new Error('offline')]
  expect(await staff.GET(SETTINGS)).toEqual({ ok: false, unreachable: true })
})

test('an answer without a problem document is a problem all the same', async () => {
  answers = [new Response('<h1>Bad Gateway</h1>', { status: 502, headers: { 'content-type': 'text/html' } })]
  expect(await staff.GET(SETTINGS)).toMatchObject({ ok: false, status: 502, problem: { code: 'internal' } })
})

test('version, number of finds and waiting time come through', async () => {
  answers = [ok([], { etag: '"7"', 'x-pagination': '{"total": 128}' }), problem(429, 'too-many', { 'retry-after': '90' })]
  expect(await staff.GET('/api/v1/staff/audit')).toMatchObject({ etag: '"7"', total: 128 })
  expect(await write()).toMatchObject({ ok: false, retryAfter: 90 })
})

test('a write names the version it changes', async () => {
  answers = [ok({})]
  await staff.PUT('/api/v1/staff/people/{member_id}', {
    params: { path: { member_id: '7f6b6f0e-0000-4000-8000-000000000000' }, header: matching(3) },
    body: { roles: ['EDITOR'] },
  })
  expect(sent[0]?.match).toBe('"3"')
})

test('the session brings the token for what follows', async () => {
  answers = [ok({ state: 'signed-in', csrf_token: 'one' }), ok({ four_eyes: true })]
  await session()
  await write()
  expect(sent[1]?.token).toBe('one')
})
