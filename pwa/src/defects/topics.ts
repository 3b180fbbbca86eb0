// SPDX-License-Identifier: EUPL-1.2
/** The keys of a report, and its push topics: what everybody may follow, and the reporter's own, whose name only phone and server know. */

export function publicTopic(id: string): string {
  return `defect:${id}`
}

/** What a mail leads with is a key to the report, but not the phone's secret: 64 hex digits. */
export function isSecret(key: string): boolean {
  return !/^[0-9a-f]{64}$/.test(key)
}

/** The key in the fragment of an address; a short word there is a place on the page, as after a jump to its content. */
export function keyIn(hash: string): string | undefined {
  return /^#[\w-]{12,}$/.test(hash) ? hash.slice(1) : undefined
}

/** Undefined where the browser computes no hash (a page without https); it has no notifications either. */
export async function ownTopic(secret: string): Promise<string | undefined> {
  if (globalThis.crypto.subtle === undefined || !isSecret(secret)) return undefined
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(`push:${secret}`)))
  const token = btoa(String.fromCharCode(...digest)).replace(/\+/g, '-').replace(/\//g, '_').replace(/=/g, '')
  return `report:${token}`
}
