// SPDX-License-Identifier: EUPL-1.2
/**
 * One picture to the media library, with progress: `fetch` tells nothing while it sends, so this one request goes by
 * XMLHttpRequest, inside the client that adds the token. Knows no page.
 */

import type { components } from './schema'
import { staff, type Answer } from './staff'

function headersOf(request: XMLHttpRequest): Headers {
  const lines = request.getAllResponseHeaders().trim().split(/[\r\n]+/)
  return new Headers(lines.filter(Boolean).map((line): [string, string] => [line.slice(0, line.indexOf(':')), line.slice(line.indexOf(':') + 1).trim()]))
}

/** As `fetch`, for one form: `progress` hears the share that has left (0 to 1). Rejects when no server is reached. */
function sendForm(to: Request, form: FormData, progress: (share: number) => void): Promise<Response> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest()
    request.open(to.method, to.url)
    to.headers.forEach((value, name) => {
      // The browser writes this one itself, with the boundary between the parts.
      if (name !== 'content-type') request.setRequestHeader(name, value)
    })
    request.upload.onprogress = ({ loaded, total }) => progress(total === 0 ? 0 : loaded / total)
    request.onload = () => resolve(new Response(request.responseText, { status: request.status, headers: headersOf(request) }))
    request.onerror = request.onabort = () => reject(new TypeError('unreachable'))
    request.send(form)
  })
}

/** The stored picture; one whose bytes were known before is the known one. */
export function upload(file: File, progress: (share: number) => void): Promise<Answer<components['schemas']['StaffMedia']>> {
  const body = new FormData()
  body.append('file', file)
  const form = { body: body as unknown as { file: string }, fetch: (request: Request) => sendForm(request, body, progress) }
  return staff.POST('/api/v1/staff/media', form)
}
