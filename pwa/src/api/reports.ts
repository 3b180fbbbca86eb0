// SPDX-License-Identifier: EUPL-1.2
/**
 * A resident's report on its way to the town hall. The same id, secret and bytes may be sent as often as it takes: the
 * server keeps one. The service worker uses it too: knows no DOM and keeps nothing.
 */

import type { components } from './schema'
import type { Problem } from './types'

export type Receipt = components['schemas']['Receipt']

export type ReportAnswer =
  | { kind: 'done'; receipt: Receipt }
  /** The town hall says no, and would say so again. */
  | { kind: 'refused'; code: string; detail: string | undefined; fields: string[] }
  /** No server, or one that has no time now. */
  | { kind: 'later' }

/** One bar of signal: three bytes in a millisecond, and some time for the way. */
const PATIENCE_MS = 30_000
const BYTES_PER_MS = 3

function bodyOf(report: string, photos: ArrayBuffer[]): FormData {
  const form = new FormData()
  form.append('report', report)
  for (const photo of photos) form.append('photo', new Blob([photo], { type: 'image/jpeg' }), 'photo.jpg')
  return form
}

/** Puts a report; `report` is its JSON, byte for byte the same at each try. Never throws. */
export async function putReport(id: string, secret: string, report: string, photos: ArrayBuffer[]): Promise<ReportAnswer> {
  const control = new AbortController()
  const bytes = photos.reduce((sum, { byteLength }) => sum + byteLength, report.length)
  const timer = setTimeout(() => control.abort(), PATIENCE_MS + bytes / BYTES_PER_MS)
  try {
    const response = await fetch(`/api/v1/defects/${id}`, { method: 'PUT', signal: control.signal, headers: { authorization: `Bearer ${secret}` }, body: bodyOf(report, photos) })
    // Between phone and town hall others may carry less than it takes, and they answer in their own way.
    if (response.status === 413) return { kind: 'refused', code: 'too-large', detail: undefined, fields: [] }
    // A hotel's log-in page answers with HTML, whatever one asks: parsing it fails, and that is no connection.
    const answer: unknown = await response.json()
    if (response.ok && (answer as Receipt).id === id) return { kind: 'done', receipt: answer as Receipt }
    const { code, detail, errors } = answer as Partial<Problem>
    // Only the town hall's own no is one. Too many from one place, or a server in trouble: later.
    if (response.ok || response.status >= 500 || response.status === 429 || typeof code !== 'string') return { kind: 'later' }
    return { kind: 'refused', code, detail, fields: Object.keys(errors ?? {}) }
  } catch {
    return { kind: 'later' }
  } finally {
    clearTimeout(timer)
  }
}
