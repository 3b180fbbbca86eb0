// SPDX-License-Identifier: EUPL-1.2
/** What of a text fits on a card: "48 € im Jahr" and "für den ersten Hund". Needs a DOM to read HTML with, nothing else. */

const LONGEST_HEAD = 30
const LONGEST = 90
/** Where the first words of a sentence end that say the most. */
const SPLITS = [/^(.+?)\s*\n\s*(.+)$/s, /^(.+?\p{L}{3})\.\s+(.+)$/u, /^(.*?\d.*?)[;,]\s+(.+)$/u, /^(.+?)\s+(\(.+\))$/u, /^(.+?)\s+((?:für|je|pro|bis|for|per|up to)\s.+)$/u]

/** The lines of a text that the server cleaned. */
export function linesOf(html: string): string[] {
  const { body } = new DOMParser().parseFromString(html.replace(/<br>|<\/(p|li|h\d|blockquote)>/gi, '$&\n'), 'text/html')
  return (body.textContent ?? '').split('\n').map((line) => line.replace(/\s+/g, ' ').trim()).filter(Boolean)
}

/** Head and rest for a card; null for what needs a section of its own: long texts, lists, links. */
export function briefly(html: string): [head: string, rest: string] | null {
  if (/<(a|ul|ol|h\d)[\s>]/i.test(html)) return null
  const text = linesOf(html).join('\n').replace(/(\d) (?=\p{L})/gu, '$1\u00a0')
  if (text.length > LONGEST) return null
  const found = SPLITS.map((split) => split.exec(text)).find((match) => match !== null && (match[1] ?? '').length <= LONGEST_HEAD)
  const [head = text, rest = ''] = found?.slice(1) ?? []
  return head.length > LONGEST_HEAD ? null : [head.replace(/\.$/, ''), rest.replace(/\n/g, ' ')]
}

/** Whether a text says nothing that another does not say, however each is marked up. */
export function saysTheSame(html: string, text: string): boolean {
  const plain = (words: string) => words.replace(/\s+/g, ' ').trim()
  return plain(linesOf(html).join(' ')) === plain(text)
}

/** A text in its order: what is prose, and how many lines of its lists can be ticked. */
export type Part = { prose: string } | { lines: number }

/** The parts of what one needs; null where its lists are not plain ones of `count` lines, so that none gets lost. */
export function partsOf(html: string, count: number): Part[] | null {
  const { body } = new DOMParser().parseFromString(html, 'text/html')
  const parts: Part[] = []
  let lines = 0
  for (const node of Array.from(body.childNodes)) {
    const last = parts.at(-1)
    if (node instanceof Element && /^[uo]l$/i.test(node.tagName)) {
      const own = Array.from(node.children).filter((item) => /\S/.test(item.textContent ?? '')).length
      lines += own
      if (own > 0) parts.push({ lines: own })
    } else {
      const prose = node instanceof Element ? node.outerHTML : escaped(node.textContent ?? '')
      if (!/\S/.test(node.textContent ?? '')) continue
      if (last !== undefined && 'prose' in last) last.prose += prose
      else parts.push({ prose })
    }
  }
  return lines === count ? parts : null
}

function escaped(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;')
}
