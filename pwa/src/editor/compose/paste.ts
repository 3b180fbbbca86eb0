// SPDX-License-Identifier: EUPL-1.2
/**
 * What other programs put on the clipboard → the text's own elements: fonts, colours, pictures, quoted mail and
 * tables' frames stay behind, words do not. Knows no editor.
 */

import { escapeText } from './html'
import { isLink } from './schema'
import { joinWordLists } from './word-lists'

const DROPPED = 'head, style, script, title, meta, link, xml, img, picture, svg, object, iframe, video, audio, canvas, button, input, select, textarea, template, noscript'
const HIDDEN = /display\s*:\s*none|mso-hide\s*:\s*all/i
/** Where an answer quotes the mail before it: Thunderbird, Apple Mail, Gmail, Outlook. */
const QUOTED = 'blockquote[type=cite], .gmail_quote, .moz-cite-prefix, .moz-signature, .yahoo_quoted, #divRplyFwdMsg, #appendonsend'
const BLOCK =
  /^(address|article|aside|blockquote|center|dd|details|div|dl|dt|fieldset|figcaption|figure|footer|form|h[1-6]|header|hr|legend|li|main|nav|ol|p|pre|section|summary|table|tbody|td|tfoot|th|thead|tr|ul)$/
const BLOCKS = 'address,article,aside,blockquote,center,dd,div,dl,dt,figure,footer,h1,h2,h3,h4,h5,h6,header,li,main,ol,p,pre,section,table,ul'
const TITLES = /\bMso(Title|Heading\w*)\b|^title$/i
// Soft hyphens and zero-width signs break words in a search; a hard blank is a matter of the other program's layout.
const INVISIBLE = /[\u00ad\u200b-\u200f\u2060-\u2064\ufeff]/g

function nameOf(node: Node): string {
  return node.nodeName.toLowerCase()
}

/** Under another name: the page's own policy refuses inline styles, and complains about each one that is parsed. */
const STYLE = 'data-style'

function styleOf(element: Element): string {
  return element.getAttribute(STYLE) ?? ''
}

function parsed(html: string): HTMLElement {
  const quiet = html
    .replace(/<\?xml[^>]*>|<style\b[\s\S]*?<\/style\s*>/gi, '')
    .replace(/<[a-z][^>]*>/gi, (tag) => tag.replace(/\sstyle(?=\s*=)/gi, ` ${STYLE}`))
  return new DOMParser().parseFromString(quiet, 'text/html').body
}

/** The address a mail program has wrapped into its own one, which would tell it who follows. */
function unwrapped(href: string): string {
  if (!/safelinks\.protection\.outlook\.com|google\.\w+\/url\?/i.test(href)) return href
  const query = new URL(href).searchParams
  return query.get('url') ?? query.get('q') ?? href
}

function marksOf(element: Element): { open: string; close: string }[] {
  const name = nameOf(element)
  const style = styleOf(element)
  const marks: string[] = []
  const weight = /(?:^|;)\s*font-weight\s*:\s*(\w+)/i.exec(style)?.[1]?.toLowerCase()
  if (weight === undefined ? name === 'b' || name === 'strong' : /^(bold|bolder|[6-9]00)$/.test(weight)) marks.push('strong')
  const slant = /(?:^|;)\s*font-style\s*:\s*(\w+)/i.exec(style)?.[1]?.toLowerCase()
  if (slant === undefined ? /^(i|em|cite|dfn)$/.test(name) : slant !== 'normal') marks.push('em')
  if (name === 'sup' || /vertical-align\s*:\s*super/i.test(style)) marks.push('sup')
  if (name === 'sub' || /vertical-align\s*:\s*sub\b/i.test(style)) marks.push('sub')
  const found = marks.map((tag) => ({ open: `<${tag}>`, close: `</${tag}>` }))
  const href = name === 'a' ? unwrapped(element.getAttribute('href')?.trim() ?? '') : ''
  return isLink(href) ? [{ open: `<a href="${escapeText(href).replace(/"/g, '&quot;')}">`, close: '</a>' }, ...found] : found
}

function words(text: string): string {
  return escapeText(text.replace(INVISIBLE, '').replace(/[\s\u00a0]+/g, ' '))
}

/** Everything inside as one run of text; what would be a block of its own begins a new line. */
function inlineOf(node: Node, plain = false): string {
  if (node.nodeType === Node.TEXT_NODE) return words(node.textContent ?? '')
  if (nameOf(node) === 'br') return '<br>'
  const inside = [...node.childNodes].map((child) => (BLOCK.test(nameOf(child)) ? `<br>${inlineOf(child, plain)}<br>` : inlineOf(child, plain))).join('')
  const marks = plain || inside.replace(/<br>/g, '').trim() === '' ? [] : marksOf(node as Element)
  return marks.reduceRight((html, { open, close }) => open + html + close, inside)
}

function tidy(html: string): string {
  return html
    .replace(/ *<br> */g, '<br>')
    .replace(/ {2,}/g, ' ')
    .replace(/^(<br>| )+|(<br>| )+$/g, '')
}

function headingOf(element: Element, top: number): string | undefined {
  const level = /^h([1-6])$/.exec(nameOf(element))?.[1]
  if (level !== undefined) return `h${Math.min(4, Number(level) - top + 2)}`
  return nameOf(element) === 'p' && TITLES.test(element.className) ? 'h2' : undefined
}

function list(element: Element, top: number): string {
  const items: string[] = []
  for (const child of element.children) {
    const html = /^(ul|ol)$/.test(nameOf(child)) ? list(child, top) : blocksOf(child, top)
    // Word for the web and LibreOffice put the inner list beside the item that it belongs to.
    if (/^(ul|ol)$/.test(nameOf(child)) && items.length > 0) items.push(`${items.pop() ?? ''}${html}`)
    else items.push(html)
  }
  const written = items.filter((html) => html !== '').map((html) => `<li>${html.replace(/^<p>((?:(?!<p>).)*?)<\/p>(?!.*<p>)/s, '$1')}</li>`)
  return written.length === 0 ? '' : `<${nameOf(element)}>${written.join('')}</${nameOf(element)}>`
}

/** A row of a real table reads as one line; a table that only lays out a mail falls apart into its blocks. */
function table(element: Element, top: number): string {
  return [...element.querySelectorAll('tr')]
    .filter((row) => row.closest('table') === element)
    .map((row) => {
      const cells = [...row.children]
      const laysOut = cells.some((cell) => cell.querySelectorAll(BLOCKS).length > 1 || cell.querySelector('table, ul, ol') !== null)
      if (laysOut) return cells.map((cell) => blocksOf(cell, top)).join('')
      const line = cells.map((cell) => tidy(inlineOf(cell))).filter((text) => text !== '')
      return line.length === 0 ? '' : `<p>${line.join(' · ')}</p>`
    })
    .join('')
}

function blockOf(element: Element, top: number): string {
  const name = nameOf(element)
  const heading = headingOf(element, top)
  if (heading !== undefined) {
    const text = tidy(inlineOf(element, true))
    return text === '' ? '' : `<${heading}>${text}</${heading}>`
  }
  if (name === 'ul' || name === 'ol') return list(element, top)
  if (name === 'table') return table(element, top)
  const inside = blocksOf(element, top)
  return name === 'blockquote' && inside !== '' ? `<blockquote>${inside}</blockquote>` : inside
}

/** The blocks inside an element; loose text becomes paragraphs, two breaks begin a new one. */
function blocksOf(parent: Element, top: number): string {
  let out = ''
  let run = ''
  const flush = () => {
    const text = tidy(run)
    if (text !== '') out += `<p>${text}</p>`
    run = ''
  }
  for (const node of parent.childNodes) {
    const element = node.nodeType === Node.ELEMENT_NODE ? (node as Element) : undefined
    if (element !== undefined && (BLOCK.test(nameOf(element)) || element.querySelector(BLOCKS) !== null)) {
      flush()
      out += blockOf(element, top)
    } else {
      run += inlineOf(node)
      if (/<br>\s*<br>\s*$/.test(run)) flush()
    }
  }
  flush()
  return out
}

function textOf(node: Node): string {
  return (node.textContent ?? '').replace(/[\s\u00a0]/g, '')
}

/** An answer's quotations go; what consists of nothing else was copied for its own sake. */
function dropQuotations(body: Element): void {
  const quoted = [...body.querySelectorAll(QUOTED)]
  const outside = body.cloneNode(true) as Element
  for (const element of outside.querySelectorAll(QUOTED)) element.remove()
  if (textOf(outside) === '') return
  for (const element of quoted) {
    // Outlook marks only the border; everything behind it is the mail before.
    if (/^(divRplyFwdMsg|appendonsend)$/.test(element.id)) while (element.nextSibling !== null) element.nextSibling.remove()
    element.remove()
  }
}

/** HTML from the clipboard → HTML of the text's own elements. */
export function cleanPaste(html: string): string {
  // Our own editor copies what is clean already, with a mark of how its ends join.
  if (html.includes('data-pm-slice')) return html
  const body = parsed(html)
  const comments = document.createTreeWalker(body, NodeFilter.SHOW_COMMENT)
  const found: Node[] = []
  while (comments.nextNode()) found.push(comments.currentNode)
  for (const comment of found) comment.parentNode?.removeChild(comment)
  for (const element of body.querySelectorAll(DROPPED)) element.remove()
  for (const element of body.querySelectorAll(`[${STYLE}]`)) if (HIDDEN.test(styleOf(element))) element.remove()
  dropQuotations(body)
  joinWordLists(body, STYLE)
  const levels = [...body.querySelectorAll('h1, h2, h3, h4, h5, h6')].filter((each) => textOf(each) !== '').map((each) => Number(each.nodeName[1]))
  return blocksOf(body, Math.min(...levels, 2))
}

const HARD_WRAP = 50

function paragraph(lines: string[]): string {
  const items = (sign: RegExp, tag: string) => {
    if (lines.length < 2 || !lines.every((line) => sign.test(line))) return undefined
    return `<${tag}>${lines.map((line) => `<li>${words(line.replace(sign, ''))}</li>`).join('')}</${tag}>`
  }
  // A mail's lines end where its window ended; an address or a poem ends them on purpose.
  const wrapped = lines.length > 1 && lines.slice(0, -1).every((line) => line.length >= HARD_WRAP)
  return items(/^[-–•*·] +/, 'ul') ?? items(/^\d{1,2}[.)] +/, 'ol') ?? `<p>${lines.map(words).join(wrapped ? ' ' : '<br>')}</p>`
}

/** Plain text from the clipboard → paragraphs and lists. */
export function htmlFromText(text: string): string {
  const all = text.replace(/\r\n?/g, '\n').split('\n').map((line) => line.trim())
  const own = all.filter((line) => !line.startsWith('>'))
  const lines = own.some((line) => line !== '') ? own : all.map((line) => line.replace(/^[> ]+/, ''))
  return lines
    .join('\n')
    .split(/\n{2,}/)
    .map((part) => part.split('\n').filter((line) => line !== ''))
    .filter((part) => part.length > 0)
    .map(paragraph)
    .join('')
}
