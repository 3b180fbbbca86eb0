// SPDX-License-Identifier: EUPL-1.2
// @vitest-environment happy-dom
/** The editor's HTML survives the editor; tests/test_editor_text.py shows with the same file that it survives the server. */

import { Editor, type JSONContent } from '@tiptap/core'
import { describe, expect, test } from 'vitest'
import { htmlOf } from './html'
import { extensions } from './schema'

function load(content: string | JSONContent): Editor {
  return new Editor({ element: null, extensions, content, injectCSS: false })
}

function written(content: string | JSONContent): string {
  const editor = load(content)
  const html = htmlOf(editor.getJSON())
  editor.destroy()
  return html
}

/** Always the same numbers, so that the file of documents changes only when the writer does. */
function dice(seed: number): (sides: number) => number {
  let state = seed
  return (sides) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return Math.floor((state / 2 ** 32) * sides)
  }
}

const WORDS = ['Bus', 'ab 7:00 Uhr', ' ', '  ', '20\u00a0°C', 'H', '<script>', 'A & B', '"Zitat"', 'Straße ', ' Höhe', '\u00a0', 'e\u0301', '👋', "d'Or", '&amp;', '\ta']
const MARKS: JSONContent['marks'] = [
  { type: 'bold' },
  { type: 'italic' },
  { type: 'superscript' },
  { type: 'subscript' },
  { type: 'link', attrs: { href: 'https://example.org/?a=1&b="2"' } },
  { type: 'link', attrs: { href: 'tel:+493384' } },
]

function randomText(roll: (sides: number) => number): JSONContent[] {
  return Array.from({ length: roll(5) }, () => {
    if (roll(6) === 0) return { type: 'hardBreak' }
    const marks = (MARKS ?? []).filter(() => roll(5) === 0)
    const alone = marks.filter((mark, at) => !/script|link/.test(mark.type) || at === marks.findIndex((each) => each.type.slice(-4) === mark.type.slice(-4)))
    return { type: 'text', text: WORDS[roll(WORDS.length)], marks: alone }
  })
}

function randomBlock(roll: (sides: number) => number, depth: number): JSONContent {
  const kind = roll(depth > 0 ? 6 : 3)
  const blocks = (count: number) => Array.from({ length: count }, () => randomBlock(roll, depth - 1))
  if (kind === 3) return { type: 'blockquote', content: blocks(1 + roll(2)) }
  if (kind > 3)
    return {
      type: kind === 4 ? 'bulletList' : 'orderedList',
      content: Array.from({ length: 1 + roll(3) }, () => ({
        type: 'listItem',
        content: [{ type: 'paragraph', content: randomText(roll) }, ...blocks(roll(3))],
      })),
    }
  if (kind === 2) return { type: 'heading', attrs: { level: 2 + roll(3) }, content: randomText(roll) }
  return { type: 'paragraph', content: randomText(roll) }
}

const documents = Array.from({ length: 120 }, (_, seed): JSONContent => {
  const roll = dice(seed * 7919 + 1)
  return { type: 'doc', content: Array.from({ length: 1 + roll(4) }, () => randomBlock(roll, 2)) }
})

const GIVEN = [
  '<h2>Anfahrt</h2><h3>Mit dem Bus</h3><h4>Linie 572</h4><p>CO<sub>2</sub> und m<sup>2</sup></p>',
  '<p>Erste Zeile<br>zweite Zeile<br><br>vierte</p>',
  '<ul><li>Parkplatz<ul><li>am Bahnhof</li></ul></li><li><p>a</p><p>b</p></li></ul>',
  '<ol><li>eins</li><li>zwei</li></ol>',
  '<blockquote><p>Zitat</p><ul><li>mit Liste</li></ul></blockquote>',
  '<p><a href="mailto:info@example.org"><strong>Schreiben</strong> Sie</a> <em>bitte</em> bis&nbsp;Freitag</p>',
  '<ul><li><h3>Titel in der Liste</h3><p>Text</p></li><li>Wort<blockquote><p>Zitat</p></blockquote></li></ul>',
]

describe('the HTML that the editor writes', () => {
  test.each(GIVEN)('is what came in: %s', (html) => {
    expect(written(html)).toBe(html)
  })

  test('says with strong and em what an import says with b and i', () => {
    expect(written('<p><b>fett</b> und <i>kursiv</i></p>')).toBe('<p><strong>fett</strong> und <em>kursiv</em></p>')
  })

  test('has nothing empty and no blanks at the edges of marks', () => {
    expect(written('<h2></h2><p><strong> Achtung </strong>Baustelle <br></p><p></p><ul><li></li></ul>')).toBe(
      '<p><strong>Achtung</strong> Baustelle</p>',
    )
  })

  test('has no links that the server would drop', () => {
    expect(written('<p><a href="javascript:alert(1)">a</a> <a href="/relativ">b</a></p>')).toBe('<p>a b</p>')
  })

  test('does not change when it is opened and saved again', () => {
    for (const document of documents) {
      const html = htmlOf(load(document).getJSON())
      expect(written(html)).toBe(html)
    }
  })

  test('holds every word of the document', () => {
    const bare = (text: string) => text.replace(/[\s\u00a0]/g, '')
    for (const document of documents) {
      const holder = window.document.createElement('div')
      holder.innerHTML = htmlOf(document)
      expect(bare(holder.textContent)).toBe(bare(load(document).getText({ blockSeparator: '' })))
    }
  })

  test('is what the server is shown', async () => {
    const all = [...GIVEN, ...documents.map(htmlOf)].filter((html) => html !== '')
    await expect(JSON.stringify([...new Set(all)], null, 1) + '\n').toMatchFileSnapshot('fixtures/written.json')
  })
})
