// SPDX-License-Identifier: EUPL-1.2
/** A text's HTML as the list of its outermost elements, and its words. For HTML as server and editor write it. Pure. */

const TAG = /<(\/?)([a-z0-9]+)[^>]*?>/g

/** "<p>a</p><ul>…</ul>" → ["<p>a</p>", "<ul>…</ul>"]. */
export function blocksOf(html: string): string[] {
  const blocks: string[] = []
  let depth = 0
  let start = 0
  for (const tag of html.matchAll(TAG)) {
    if (tag[2] === 'br') continue
    depth += tag[1] === '/' ? -1 : 1
    if (depth > 0) continue
    const end = tag.index + tag[0].length
    blocks.push(html.slice(start, end))
    start = end
  }
  const rest = html.slice(start).trim()
  return rest === '' ? blocks : [...blocks, rest]
}

const ENTITIES: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', nbsp: '\u00a0' }

/** The words of a piece of HTML; items and paragraphs on lines of their own. */
export function textOf(html: string): string {
  return html
    .replace(/<li>/g, '\n• ')
    .replace(/<br>|<\/(p|h[2-4]|li|blockquote)>/g, '\n')
    .replace(/<[^>]*>/g, '')
    .replace(/&(amp|lt|gt|quot|nbsp);/g, (_all, name: string) => ENTITIES[name] ?? '')
    .replace(/\n{2,}/g, '\n')
    .trim()
}
