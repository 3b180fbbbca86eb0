// SPDX-License-Identifier: EUPL-1.2
/**
 * What a text may consist of: exactly what the server keeps (backend/text.py), so that nothing one sees in the
 * editor is gone after saving. Knows no page, no toolbar and no HTML writer.
 */

import { Mark, mergeAttributes, wrappingInputRule, type Extensions } from '@tiptap/core'
import { Blockquote } from '@tiptap/extension-blockquote'
import { Bold } from '@tiptap/extension-bold'
import { Document } from '@tiptap/extension-document'
import { HardBreak } from '@tiptap/extension-hard-break'
import { Heading } from '@tiptap/extension-heading'
import { Italic } from '@tiptap/extension-italic'
import { BulletList, ListItem, ListKeymap, OrderedList } from '@tiptap/extension-list'
import { Paragraph } from '@tiptap/extension-paragraph'
import { Text } from '@tiptap/extension-text'
import { UndoRedo } from '@tiptap/extensions'

const SCHEMES = /^(https?|mailto|tel):/i

/** Whether an address may stand behind a link; the server drops all others. */
export function isLink(href: string): boolean {
  return SCHEMES.test(href) && !/\s/.test(href)
}

const Link = Mark.create({
  name: 'link',
  inclusive: false,
  addAttributes: () => ({ href: { default: null } }),
  parseHTML: () => [
    { tag: 'a[href]', getAttrs: (element) => (isLink(element.getAttribute('href')?.trim() ?? '') ? null : false) },
  ],
  renderHTML: ({ HTMLAttributes }) => ['a', mergeAttributes(HTMLAttributes), 0],
})

const Superscript = Mark.create({
  name: 'superscript',
  excludes: 'superscript subscript',
  parseHTML: () => [{ tag: 'sup' }],
  renderHTML: () => ['sup', 0],
})

const Subscript = Mark.create({
  name: 'subscript',
  excludes: 'superscript subscript',
  parseHTML: () => [{ tag: 'sub' }],
  renderHTML: () => ['sub', 0],
})

/** "24. Dezember" at the beginning of a line is a date and no list; only "1. " begins one. */
const NumberedList = OrderedList.extend({
  addAttributes: () => ({}),
  addInputRules() {
    return [wrappingInputRule({ find: /^1\.\s$/, type: this.type })]
  },
})

/** Strg Enter belongs to the page's main button. */
const Break = HardBreak.extend({
  addKeyboardShortcuts() {
    return { 'Shift-Enter': () => this.editor.commands.setHardBreak() }
  },
})

/** Imports put headings into list items; the usual item, which begins with a paragraph, would throw them out. */
const Item = ListItem.extend({ content: 'block+' })

/** The numbering and the kind of letters are not kept by the server, so the editor does not show them either. */
export const extensions: Extensions = [
  Document,
  Text,
  Paragraph,
  Break,
  Heading.configure({ levels: [2, 3, 4] }),
  Bold,
  Italic,
  Superscript,
  Subscript,
  Link,
  BulletList,
  NumberedList,
  Item,
  ListKeymap,
  Blockquote,
  UndoRedo,
]

/** Stars and underscores stay what they are; a line that begins like a list becomes one. */
export const inputRules = ['bulletList', 'orderedList']
