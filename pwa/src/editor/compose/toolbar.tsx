// SPDX-License-Identifier: EUPL-1.2
/** What one can do to a text, as one stop of the Tab key; the arrow keys lead along it. Knows no page. */

import type { Editor } from '@tiptap/core'
import type { ComponentChildren } from 'preact'
import { useRef, useState } from 'preact/hooks'
import type { Words } from '../i18n'
import { Icon } from '../ui/icon'

interface Tool {
  name: string
  keys?: string
  face: ComponentChildren
  pressed?: boolean
  disabled?: boolean
  run(): void
  /** Begins a new group; `end` stands at the far end of the bar. */
  begins?: boolean
  end?: boolean
}

function toolsOf(editor: Editor, words: Words['compose'], onLink: () => void): Tool[] {
  const chain = () => editor.chain().focus()
  return [
    { name: words.bold, keys: 'Control+B', face: <strong>{words.boldFace}</strong>, pressed: editor.isActive('bold'), run: () => chain().toggleBold().run() },
    { name: words.italic, keys: 'Control+I', face: <em>{words.italicFace}</em>, pressed: editor.isActive('italic'), run: () => chain().toggleItalic().run() },
    { name: words.heading, face: words.heading, pressed: editor.isActive('heading'), run: () => toggleHeading(editor), begins: true },
    { name: words.bullets, face: <Icon name="list" size={20} />, pressed: editor.isActive('bulletList'), run: () => chain().toggleBulletList().run() },
    { name: words.numbers, face: <Icon name="numbers" size={20} />, pressed: editor.isActive('orderedList'), run: () => chain().toggleOrderedList().run() },
    { name: words.link, keys: 'Control+K', face: <Icon name="link" size={20} />, pressed: editor.isActive('link'), run: onLink, begins: true },
    { name: words.quote, face: <Icon name="quote" size={20} />, pressed: editor.isActive('blockquote'), run: () => chain().toggleBlockquote().run() },
    { name: words.undo, keys: 'Control+Z', face: <Icon name="undo" size={20} />, disabled: !editor.can().undo(), run: () => chain().undo().run(), end: true },
    { name: words.redo, keys: 'Control+Y', face: <Icon name="redo" size={20} />, disabled: !editor.can().redo(), run: () => chain().redo().run() },
  ]
}

/** Imported texts know three levels; what one writes oneself needs one. */
function toggleHeading(editor: Editor): void {
  if (editor.isActive('heading')) editor.chain().focus().setParagraph().run()
  else editor.chain().focus().setHeading({ level: 2 }).run()
}

interface Props {
  editor: Editor
  controls: string
  words: Words['compose']
  onLink(): void
}

export function Toolbar({ editor, controls, words, onLink }: Props) {
  const bar = useRef<HTMLDivElement>(null)
  const [at, setAt] = useState(0)
  const tools = toolsOf(editor, words, onLink)
  const move = (event: KeyboardEvent) => {
    const to = { ArrowRight: at + 1, ArrowLeft: at - 1, Home: 0, End: tools.length - 1 }[event.key]
    if (to === undefined) return
    event.preventDefault()
    const next = (to + tools.length) % tools.length
    setAt(next)
    bar.current?.querySelectorAll('button')[next]?.focus()
  }
  return (
    <div ref={bar} class="rich-text-tools" role="toolbar" aria-label={words.toolbar} aria-controls={controls} onKeyDown={move}>
      {tools.map((tool, index) => (
        <button
          key={tool.name}
          type="button"
          class={`tool${tool.begins ? ' begins' : ''}${tool.end ? ' end' : ''}`}
          aria-label={tool.name}
          title={tool.keys === undefined ? tool.name : `${tool.name} (${tool.keys.replace('Control+', words.control)})`}
          aria-pressed={tool.pressed}
          aria-disabled={tool.disabled}
          aria-keyshortcuts={tool.keys}
          tabIndex={index === at ? 0 : -1}
          // The text keeps its selection while the mouse is here.
          onMouseDown={(event) => event.preventDefault()}
          onFocus={() => setAt(index)}
          onClick={() => !tool.disabled && tool.run()}
        >
          {tool.face}
        </button>
      ))}
    </div>
  )
}
