// SPDX-License-Identifier: EUPL-1.2
/**
 * The editor's document as HTML, written the way the server cleans it, so that saving changes no letter of it:
 * nothing empty, blanks outside of marks, no break at an end. Pure; knows no DOM.
 */

import type { JSONContent } from '@tiptap/core'

const BLOCKS: Record<string, string> = {
  paragraph: 'p',
  bulletList: 'ul',
  orderedList: 'ol',
  listItem: 'li',
  blockquote: 'blockquote',
}
/** From the outside to the inside, so that the same marks always give the same HTML. */
const MARKS: [string, string][] = [
  ['link', 'a'],
  ['bold', 'strong'],
  ['italic', 'em'],
  ['superscript', 'sup'],
  ['subscript', 'sub'],
]
const BLANKS = /[ \t\r\n\f]+/g
// What the server takes out of a text: forbidden in XML, or invisible.
const ILLEGAL = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u0084\u0086-\u009f\ufdd0-\ufdef\ufffe\uffff\u0085\u200b\ufeff]/g

interface Mark {
  tag: string
  open: string
}

/** A stretch of text with its marks, or a line break. */
interface Piece {
  text: string
  marks: Mark[]
}

const BREAK = '\n'

/** Text as it stands in HTML. */
export function escapeText(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/\u00a0/g, '&nbsp;')
}

function escapeAddress(href: string): string {
  return href.trim().replace(/&/g, '&amp;').replace(/"/g, '&quot;').replace(/</g, '&lt;').replace(/>/g, '&gt;')
}

function marksOf(node: JSONContent): Mark[] {
  const own = node.marks ?? []
  return MARKS.flatMap(([name, tag]) => {
    const mark = own.find((each) => each.type === name)
    if (mark === undefined) return []
    const href = mark.attrs?.['href']
    return [{ tag, open: typeof href === 'string' ? `<a href="${escapeAddress(href)}">` : `<${tag}>` }]
  })
}

function piecesOf(node: JSONContent): Piece[] {
  return (node.content ?? []).map((child) =>
    child.type === 'hardBreak' ? { text: BREAK, marks: [] } : { text: (child.text ?? '').replace(ILLEGAL, '').replace(BLANKS, ' '), marks: marksOf(child) },
  )
}

function sharedStart(open: Mark[], wanted: Mark[]): number {
  let shared = 0
  while (shared < open.length && open[shared]?.open === wanted[shared]?.open) shared++
  return shared
}

/** Blanks and breaks are written only when words follow, and between the marks, never inside their edges. */
function inline(node: JSONContent): string {
  let out = ''
  let open: Mark[] = []
  let blank = ''
  let breaks = 0
  const close = (left: number) => {
    while (open.length > left) out += `</${open.pop()?.tag}>`
  }
  for (const { text, marks } of piecesOf(node)) {
    if (text === BREAK) {
      blank = ''
      breaks++
      continue
    }
    const words = text.trim()
    const [before, after] = [/^\s*/.exec(text)?.[0] ?? '', /\s*$/.exec(text)?.[0] ?? '']
    blank += words === '' ? text : before
    if (words === '') continue
    close(sharedStart(open, marks))
    const begins = out === '' && open.length === 0
    out += begins ? '' : breaks > 0 ? '<br>'.repeat(breaks) : escapeText(blank.replace(/ {2,}/g, ' '))
    for (const mark of marks.slice(open.length)) out += mark.open
    open = [...marks]
    out += escapeText(words)
    blank = after
    breaks = 0
  }
  close(0)
  return out
}

function block(node: JSONContent): string {
  const tag = node.type === 'heading' ? `h${String(node.attrs?.['level'] ?? 2)}` : BLOCKS[node.type ?? '']
  const children = node.content ?? []
  const isText = node.type === 'paragraph' || node.type === 'heading'
  const inside = isText ? inline(node) : node.type === 'listItem' ? item(children) : children.map(block).join('')
  return inside === '' || tag === undefined ? inside : `<${tag}>${inside}</${tag}>`
}

/** The first paragraph of a list item needs no element of its own unless another paragraph follows. */
function item(children: JSONContent[]): string {
  const written = children.map((child) => ({ child, html: block(child) })).filter(({ html }) => html !== '')
  const [first, ...rest] = written
  if (first?.child.type === 'paragraph' && !rest.some(({ child }) => child.type === 'paragraph')) first.html = inline(first.child)
  return written.map(({ html }) => html).join('')
}

/** The document as the server would keep it. */
export function htmlOf(document: JSONContent): string {
  return (document.content ?? []).map(block).join('')
}
