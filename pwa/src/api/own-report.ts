// SPDX-License-Identifier: EUPL-1.2
/** A report as its reporter sees it, and what the reporter does with it; the secret of its link is the key. Keeps nothing. */

import { patiently } from './patience'
import type { OwnReport, Problem } from './types'

export type OwnContact = NonNullable<OwnReport['contact']>

export type OwnAnswer =
  | { kind: 'done'; report: OwnReport }
  /** No such report, or another secret: the server does not say which. */
  | { kind: 'gone' }
  /** `code` says why; "not-now" is that the town hall was quicker. */
  | { kind: 'refused'; code: string }
  | { kind: 'often' }
  | { kind: 'unreachable' }

const PATIENCE_MS = 20_000
/** A photo at one bar of signal. */
const PHOTO_MS = 120_000

function address(id: string, tail = ''): string {
  return `/api/v1/defects/${encodeURIComponent(id)}/${tail}`
}

async function answerOf(response: Response): Promise<OwnAnswer> {
  // A hotel's log-in page answers with HTML, whatever one asks: parsing it fails, and that is no connection.
  const answer: unknown = response.status === 204 ? undefined : await response.json()
  if (response.ok) return { kind: 'done', report: answer as OwnReport }
  if (response.status === 404) return { kind: 'gone' }
  if (response.status === 429) return { kind: 'often' }
  return response.status < 500 ? { kind: 'refused', code: (answer as Problem).code } : { kind: 'unreachable' }
}

async function ask(path: string, secret: string, method: string, body?: object): Promise<OwnAnswer> {
  const photo = body instanceof FormData
  try {
    return await patiently(photo ? PHOTO_MS : PATIENCE_MS, async (signal) =>
      answerOf(
        await fetch(path, {
          method,
          signal,
          // What the browser keeps of an own view, others at this phone could read.
          cache: 'no-store',
          headers: { authorization: `Bearer ${secret}`, ...(body !== undefined && !photo && { 'content-type': 'application/json' }) },
          body: photo ? body : body && JSON.stringify(body),
        }),
      ),
    )
  } catch {
    return { kind: 'unreachable' }
  }
}

/** Never throws. */
export function readOwn(id: string, secret: string): Promise<OwnAnswer> {
  return ask(address(id, 'own'), secret, 'GET')
}

/** What a reporter does later; the answer is the own view afterwards, or nothing where nothing is left. */
export type Deed =
  | { do: 'answer'; id: string; text: string }
  | { do: 'photo'; photo: Blob }
  | { do: 'withdraw' }
  | { do: 'reopen'; text: string }
  | { do: 'contact'; contact: OwnContact }
  | { do: 'forgetContact' }
  | { do: 'erase' }

/** Never throws. The same message under its own id, and the same photo, arrive once. */
export function tellTownHall(report: string, secret: string, deed: Deed): Promise<OwnAnswer> {
  const to = (tail: string) => address(report, tail)
  switch (deed.do) {
    case 'answer':
      return ask(to('messages'), secret, 'POST', { id: deed.id, text: deed.text })
    case 'photo': {
      const form = new FormData()
      form.append('photo', deed.photo, 'photo.jpg')
      return ask(to('photos'), secret, 'POST', form)
    }
    case 'withdraw':
      return ask(to('withdrawal'), secret, 'POST')
    case 'reopen':
      return ask(to('reopening'), secret, 'POST', { text: deed.text })
    case 'contact':
      return ask(to('contact'), secret, 'PUT', deed.contact)
    case 'forgetContact':
      return ask(to('contact'), secret, 'DELETE')
    case 'erase':
      return ask(to('erasure'), secret, 'POST')
  }
}

/** A photo that perhaps only its reporter may see; undefined where it cannot be had. */
export async function readOwnPhoto(report: string, secret: string, photo: string): Promise<Blob | undefined> {
  try {
    return await patiently(PHOTO_MS, async (signal) => {
      const response = await fetch(address(report, `own/photos/${encodeURIComponent(photo)}`), { signal, cache: 'no-store', headers: { authorization: `Bearer ${secret}` } })
      return response.ok ? await response.blob() : undefined
    })
  } catch {
    return undefined
  }
}
