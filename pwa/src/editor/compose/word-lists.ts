// SPDX-License-Identifier: EUPL-1.2
/** Word's lists are paragraphs that say in their style how deep they stand; here they become lists. Knows only the DOM. */

const LEVEL = /mso-list\s*:[^;]*\blevel(\d+)/i
const IGNORED = /mso-list\s*:\s*ignore/i
const NUMBER = /^\(?(\d+|[a-z]|[ivxlc]+)[.)]/i

interface Item {
  element: Element
  level: number
  tag: 'ul' | 'ol'
}

/** The paragraph as a list item, without the sign that Word has written before its text. */
function itemOf(element: Element | null, style: string): Item | undefined {
  const level = LEVEL.exec(element?.getAttribute(style) ?? '')?.[1]
  if (element === null || level === undefined || !/^(P|DIV|H\d)$/.test(element.nodeName)) return undefined
  const sign = [...element.querySelectorAll(`[${style}]`)].find((each) => IGNORED.test(each.getAttribute(style) ?? ''))
  const tag = NUMBER.test(sign?.textContent?.trim() ?? '') ? 'ol' : 'ul'
  sign?.remove()
  return { element, level: Number(level), tag }
}

function build(items: Item[], document: Document): Element[] {
  const lists: Element[] = []
  const open: { level: number; list: Element }[] = []
  for (const { element, level, tag } of items) {
    while (open.length > 0 && (open.at(-1)?.level ?? 0) > level) open.pop()
    let last = open.at(-1)
    if (last !== undefined && last.level === level && last.list.nodeName.toLowerCase() !== tag) {
      open.pop()
      last = open.at(-1)
    }
    if (last === undefined || last.level < level) {
      const list = document.createElement(tag)
      const host = last?.list.lastElementChild
      if (host) host.append(list)
      else lists.push(list)
      open.push({ level, list })
    }
    const item = document.createElement('li')
    item.append(...element.childNodes)
    open.at(-1)?.list.append(item)
  }
  return lists
}

/** Replaces each run of Word's list paragraphs by a real list, nested as deep as they stood; `style` is where the styles are. */
export function joinWordLists(body: Element, style: string): void {
  for (const start of body.querySelectorAll(`[${style}*="mso-list"]`)) {
    if (!start.isConnected) continue
    const items: Item[] = []
    for (let next = itemOf(start, style); next !== undefined; next = itemOf(next.element.nextElementSibling, style)) items.push(next)
    const [first] = items
    if (first === undefined) continue
    first.element.before(...build(items, body.ownerDocument))
    for (const { element } of items) element.remove()
  }
}
