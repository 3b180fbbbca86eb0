// SPDX-License-Identifier: EUPL-1.2
/** What to bring, as a list that can be ticked: the items of the lists in a text, as the server reads them (requirements.py). */

export function neededOf(html: string): { text: string; hint: string }[] {
  const body = new DOMParser().parseFromString(html, 'text/html').body
  const items = [...body.querySelectorAll('li')].filter((item) => item.parentElement?.closest('li') === null)
  return items.map(linesOf).flatMap(([text, ...rest]) => (text === undefined ? [] : [{ text, hint: rest.join(' ') }]))
}

const BREAKING = 'br, p, ul, ol, li'

function linesOf(item: Element): string[] {
  const copy = item.cloneNode(true) as Element
  for (const element of copy.querySelectorAll(BREAKING)) element.before('\n')
  return (copy.textContent ?? '').split('\n').map((line) => line.replace(/\s+/g, ' ').trim()).filter((line) => line !== '')
}
