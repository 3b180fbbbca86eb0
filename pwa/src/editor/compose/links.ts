// SPDX-License-Identifier: EUPL-1.2
/** What people type as the target of a link → an address that the server keeps. Pure. */

import { telOf } from '../../ui/phone'
import { isLink } from './schema'

/** "bad-belzig.de" → https, "info@…" → mailto, "033841 55100" → tel; undefined when it is none of these. */
export function linkFrom(typed: string): string | undefined {
  const text = typed.trim()
  if (/^[\w.+-]+@[\w-]+(\.[\w-]+)+$/.test(text)) return `mailto:${text}`
  if (/^(\+|0)[\d\s/()-]{4,}$/.test(text)) return telOf(text)
  const address = /^[\p{L}\d-]+(\.[\p{L}\d-]+)+([:/?#].*)?$/u.test(text) ? `https://${text}` : text
  if (!isLink(address)) return undefined
  try {
    const { protocol, hostname } = new URL(address)
    return !protocol.startsWith('http') || hostname.includes('.') || hostname === 'localhost' ? address : undefined
  } catch {
    return undefined
  }
}

/** A web address; undefined when it leads nowhere. */
export function readUrl(text: string): string | undefined {
  const found = linkFrom(text)
  return found !== undefined && /^https?:/.test(found) ? found : undefined
}
