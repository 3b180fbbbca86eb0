// SPDX-License-Identifier: EUPL-1.2
/**
 * The staff's way to the server, typed by its contract: adds the CSRF token, asks for a new sign-in when the
 * session is over and then repeats the request, so that nobody's work is refused. Knows no page and no words.
 */

import createClient, { type MaybeOptionalInit } from 'openapi-fetch'
import type { PathsWithMethod, RequiredKeysOf, ResponseObjectMap, SuccessResponse } from 'openapi-typescript-helpers'
import type { components, paths } from './schema'
import type { Problem } from './types'

export type Session = components['schemas']['Session']

/** A problem document with what some refusals add: messages by field, the present state of the thing, why. */
export type StaffProblem = Problem & { errors?: Record<string, string[]>; current?: unknown; reason?: string; used_in?: unknown }

export type Refused = { ok: false; problem: StaffProblem; status: number; retryAfter: number | undefined; unreachable?: undefined }
export type Unreachable = { ok: false; unreachable: true; problem?: undefined; status?: undefined }
export type Answer<T> = { ok: true; data: T; etag: string | undefined; total: number | undefined } | Refused | Unreachable

type Method = 'get' | 'put' | 'post' | 'delete'
type Operation = Record<string | number, unknown>
type Data<T> = T extends Operation ? SuccessResponse<ResponseObjectMap<T>, 'application/json'> : never
type Rest<Init> = RequiredKeysOf<Init> extends never ? [(Init & Record<string, unknown>)?] : [Init & Record<string, unknown>]
type Call<M extends Method> = <Path extends PathsWithMethod<paths, M>, Init extends MaybeOptionalInit<paths[Path], M>>(
  path: Path,
  ...init: Rest<Init>
) => Promise<Answer<Data<paths[Path][M]>>>

const SESSION = '/api/v1/staff/session'
/** Here nobody is signed in yet. */
const SIGNING_IN = /\/staff\/(session(\/code)?|password-reset.*|invitations\/(look|acceptance)|switch\/redemption)$/

let csrf = ''
let signInAgain: () => Promise<boolean> = async () => false

/** The token of the session one is in; every answer that tells of a session brings it here. */
export function remember(session: Session): Session {
  csrf = session.csrf_token
  return session
}

/** Says who asks the person to sign in again; resolves true once that happened. */
export function onSignedOut(ask: () => Promise<boolean>): void {
  signInAgain = ask
}

const client = createClient<paths>({
  // Bound late and by name, so that the page's own fetch is asked, with its cookies.
  fetch: (request) => fetch(request),
})

client.use({
  onRequest({ request }) {
    if (request.method !== 'GET') request.headers.set('X-CSRF-Token', csrf)
    return request
  },
})

interface Raw {
  data?: unknown
  error?: unknown
  response: Response
}

function isProblem(body: unknown): body is StaffProblem {
  return typeof body === 'object' && body !== null && 'code' in body
}

function answerOf({ data, error, response }: Raw): Answer<unknown> {
  if (response.ok) {
    const pages = response.headers.get('x-pagination')
    const total = pages === null ? undefined : (JSON.parse(pages) as { total: number }).total
    return { ok: true, data, etag: response.headers.get('etag') ?? undefined, total }
  }
  const problem: StaffProblem = isProblem(error)
    ? error
    : { type: 'about:blank', code: 'internal', title: response.statusText, status: response.status }
  const wait = Number(response.headers.get('retry-after'))
  return { ok: false, problem, status: response.status, retryAfter: wait > 0 ? wait : undefined }
}

async function attempt(send: () => Promise<Raw>): Promise<Answer<unknown>> {
  try {
    return answerOf(await send())
  } catch {
    return { ok: false, unreachable: true }
  }
}

async function call(path: string, send: () => Promise<Raw>): Promise<Answer<unknown>> {
  const answer = await attempt(send)
  if (answer.ok || answer.unreachable) return answer
  if (answer.problem.code === 'csrf' && (await session()).ok) return attempt(send)
  if (answer.problem.code === 'sign-in-required' && !SIGNING_IN.test(path) && (await signInAgain())) return attempt(send)
  return answer
}

function method<M extends Method>(name: 'GET' | 'PUT' | 'POST' | 'DELETE'): Call<M> {
  const send = client[name] as (path: string, init?: object) => Promise<Raw>
  return ((path: string, init?: object) => call(path, () => send(path, init))) as unknown as Call<M>
}

/** `staff.PUT('/api/v1/staff/news/{item_id}', { params: { path: { item_id }, header: matching(version) }, body })` */
export const staff = {
  GET: method<'get'>('GET'),
  PUT: method<'put'>('PUT'),
  POST: method<'post'>('POST'),
  DELETE: method<'delete'>('DELETE'),
}

/** Writes only if the thing is still the one that was read. */
export function matching(version: number): { 'If-Match': string } {
  return { 'If-Match': `"${version}"` }
}

/** Makes a new thing, never replaces one. */
export const creating = { 'If-None-Match': '*' } as const

/** How far the sign-in has come. */
export async function session(): Promise<Answer<Session>> {
  const answer = (await attempt(() => client.GET(SESSION) as Promise<Raw>)) as Answer<Session>
  if (answer.ok) remember(answer.data)
  return answer
}
