// SPDX-License-Identifier: EUPL-1.2
/** From what the push service brought to what the device shows. Pure: knows neither worker nor window. */

export interface Shown {
  title: string
  body: string
  icon: string
  badge: string
  lang: string
  tag: string
  requireInteraction: boolean
  data: { url: string; at: string }
}

/** Whatever arrives is shown: a browser takes the permission away from who stays silent. */
export function notificationOf(text: string | undefined): Shown {
  let got: Partial<Record<string, unknown>> = {}
  try {
    got = Object(JSON.parse(text ?? ''))
  } catch {
    // Not ours or cut off; that something came is true nevertheless.
  }
  const word = (name: string): string => (typeof got[name] === 'string' ? got[name] : '')
  return {
    // As what the municipality writes: German, whatever the app speaks.
    title: word('title') || 'Neue Mitteilung',
    body: word('body'),
    icon: '/icons/icon-192.png',
    badge: '/icons/badge-96.png',
    lang: 'de',
    tag: word('tag'),
    requireInteraction: got['urgent'] === true,
    data: { url: /^\/(?![/\\])/.test(word('url')) ? word('url') : '/', at: word('at') },
  }
}
