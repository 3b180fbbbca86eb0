// SPDX-License-Identifier: EUPL-1.2
/** Joining two versions: nobody's words are lost, and nobody is asked about what is clear. */

import { describe, expect, test } from 'vitest'
import { blocksOf, textOf } from './blocks'
import { beside, changes } from './diff'
import { merge } from './merge'

interface Item {
  title: string
  body: string
  image: { media_id: string; alt: string } | null
}

const base: Item = { title: 'Adventsmarkt', body: '<p>eins</p><p>zwei</p><ul><li>a</li><li>b</li></ul>', image: null }
const join = (mine: Partial<Item>, theirs: Partial<Item>) => merge<Item>(base, { ...base, ...mine }, { ...base, ...theirs }, ['body'])

describe('two versions', () => {
  test('join by themselves where only one person changed a field', () => {
    const merged = join({ title: 'Markt' }, { image: { media_id: 'x', alt: 'Buden' } })
    expect(merged.conflicts).toEqual([])
    expect(merged.taken).toEqual(['image'])
    expect(merged.resolve([])).toEqual({ ...base, title: 'Markt', image: { media_id: 'x', alt: 'Buden' } })
  })

  test('ask where both changed the same field, and keep either answer', () => {
    const merged = join({ title: 'Mein' }, { title: 'Ihr' })
    expect(merged.conflicts).toEqual([{ field: 'title', paragraph: null, base: 'Adventsmarkt', mine: 'Mein', theirs: 'Ihr' }])
    expect(merged.resolve(['mine']).title).toBe('Mein')
    expect(merged.resolve(['theirs']).title).toBe('Ihr')
    expect(merged.resolve([]).title).toBe('Mein')
  })

  test('ask nothing when both made the same change', () => {
    expect(join({ title: 'Gleich' }, { title: 'Gleich' }).conflicts).toEqual([])
  })

  test('take the order of an object for what it is: nothing', () => {
    const merged = join({ image: { media_id: 'x', alt: 'a' } }, { image: { alt: 'a', media_id: 'x' } as Item['image'] })
    expect(merged.conflicts).toEqual([])
  })

  test('join texts paragraph by paragraph', () => {
    const merged = join({ body: '<p>eins neu</p><p>zwei</p><ul><li>a</li><li>b</li></ul>' }, { body: base.body + '<p>drei</p>' })
    expect(merged.conflicts).toEqual([])
    expect(merged.resolve([]).body).toBe('<p>eins neu</p><p>zwei</p><ul><li>a</li><li>b</li></ul><p>drei</p>')
  })

  test('join neighbouring paragraphs that one person each has changed', () => {
    const merged = join({ body: base.body.replace('eins', 'EINS') }, { body: base.body.replace('zwei', 'ZWEI') })
    expect(merged.conflicts).toEqual([])
    expect(merged.resolve([]).body).toBe(base.body.replace('eins', 'EINS').replace('zwei', 'ZWEI'))
  })

  test('ask about one paragraph that both changed and join the rest', () => {
    const merged = join({ body: base.body.replace('zwei', 'zwei A') }, { body: base.body.replace('zwei', 'zwei B').replace('eins', 'EINS') })
    expect(merged.conflicts).toEqual([{ field: 'body', paragraph: 2, base: '<p>zwei</p>', mine: '<p>zwei A</p>', theirs: '<p>zwei B</p>' }])
    expect(merged.resolve(['theirs']).body).toBe('<p>EINS</p><p>zwei B</p><ul><li>a</li><li>b</li></ul>')
    expect(merged.resolve(['mine']).body).toBe('<p>EINS</p><p>zwei A</p><ul><li>a</li><li>b</li></ul>')
  })

  test('ask when one took away what the other changed', () => {
    const merged = join({ body: '<p>eins</p><ul><li>a</li><li>b</li></ul>' }, { body: base.body.replace('zwei', 'zwei B') })
    expect(merged.conflicts.map(({ mine, theirs }) => [mine, theirs])).toEqual([['', '<p>zwei B</p>']])
    expect(merged.resolve(['theirs']).body).toBe(base.body.replace('zwei', 'zwei B'))
  })

  test('of an empty beginning stand side by side', () => {
    const empty = { ...base, body: '' }
    const merged = merge<Item>(empty, { ...empty, body: '<p>a</p>' }, { ...empty, body: '<p>b</p>' }, ['body'])
    expect(merged.conflicts).toHaveLength(1)
    expect([merged.resolve(['mine']).body, merged.resolve(['theirs']).body]).toEqual(['<p>a</p>', '<p>b</p>'])
  })

  test('answer several conflicts in their order', () => {
    const merged = join({ title: 'M', body: base.body.replace('eins', 'M1') }, { title: 'T', body: base.body.replace('eins', 'T1') })
    expect(merged.conflicts.map(({ field }) => field)).toEqual(['title', 'body'])
    expect(merged.resolve(['theirs', 'mine'])).toEqual({ ...base, title: 'T', body: base.body.replace('eins', 'M1') })
  })
})

test('a text falls apart into its outermost elements', () => {
  const blocks = ['<p>a<br>b</p>', '<ul><li>x<ul><li>y</li></ul></li></ul>', '<blockquote><p>c</p></blockquote>']
  expect(blocksOf(blocks.join(''))).toEqual(blocks)
  expect(textOf(blocks.join(''))).toBe('a\nb\n• x\n• y\nc')
  expect(textOf('<p>A &amp; B &lt;i&gt;</p>')).toBe('A & B <i>')
})

describe('marked words', () => {
  const shown = (segments: { kind: string; text: string }[]) =>
    segments.map(({ kind, text }) => ({ same: text, added: `+${text}+`, removed: `-${text}-` })[kind]).join('')

  test('show what is new and what is gone', () => {
    expect(shown(changes('zur Burg, auch am 3. Advent', 'zur Burg. Die Straße Advent'))).toBe('zur Burg-, auch am 3. -+. Die Straße +Advent')
    expect(shown(changes('von 11 bis 20 Uhr.', 'von 11 bis 21 Uhr!'))).toBe('von 11 bis -20-+21+ Uhr-.-+!+')
  })

  test('beside each other: own additions are marked, what the other took away is struck', () => {
    const common = 'Am 2. Advent fährt ein Bus.'
    expect(shown(beside('Am 2. Advent fährt ein kostenloser großer Bus.', common, common))).toBe('Am 2. Advent fährt ein +kostenloser großer +Bus.')
    expect(shown(beside('bis 20 Uhr', 'bis 21 Uhr', 'bis 20 Uhr'))).toBe('bis -20- Uhr')
    expect(shown(beside('bis 21 Uhr', 'bis 20 Uhr', 'bis 20 Uhr'))).toBe('bis +21+ Uhr')
  })
})
