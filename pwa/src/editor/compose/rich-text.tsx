// SPDX-License-Identifier: EUPL-1.2
/**
 * The field for a formatted text: what it shows is what the server keeps and the resident reads. Knows neither what
 * the text is for nor where it is saved.
 */

import { Editor } from '@tiptap/core'
import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks'
import { useWords } from '../i18n'
import { htmlOf } from './html'
import { LinkDialog, type LinkDraft } from './link-dialog'
import { cleanPaste, htmlFromText } from './paste'
import { extensions, inputRules } from './schema'
import { Toolbar } from './toolbar'

interface Props {
  value: string
  onChange(html: string): void
  id: string
  label: string
  help?: string
  describedBy?: string
  /** Tells at which of the outermost elements (from 0) somebody writes. */
  onCursor?(block: number): void
}

function linkAt(editor: Editor): LinkDraft {
  const href = editor.getAttributes('link')['href'] as string | undefined
  if (href !== undefined) editor.commands.extendMarkRange('link')
  const { from, to } = editor.state.selection
  return { href: href ?? '', text: editor.state.doc.textBetween(from, to, ' '), known: href !== undefined }
}

function setLink(editor: Editor, { href, text }: { href: string; text: string }): void {
  const { from, to } = editor.state.selection
  const chain = editor.chain().focus()
  // Words that stay the same keep their marks.
  if (text === editor.state.doc.textBetween(from, to, ' ')) chain.setMark('link', { href }).setTextSelection(to).run()
  else chain.insertContent({ type: 'text', text, marks: [{ type: 'link', attrs: { href } }] }).run()
}

export function RichText(props: Props) {
  const { id, label, value, help, describedBy } = props
  const { t } = useWords()
  const host = useRef<HTMLDivElement>(null)
  const [editor, setEditor] = useState<Editor>()
  const [, redraw] = useState(0)
  const [link, setLinkDraft] = useState<LinkDraft>()
  const latest = useRef(props)
  latest.current = props
  const known = useRef(value)
  /** What was told since the page last caught up: a page that draws late must not take back what was typed meanwhile. */
  const told = useRef(new Set<string>())
  const described = [help === undefined ? undefined : `${id}-hilfe`, describedBy].filter(Boolean).join(' ')

  useLayoutEffect(() => {
    const made: Editor = new Editor({
      element: host.current,
      extensions,
      content: known.current,
      injectCSS: false,
      enableInputRules: inputRules,
      enablePasteRules: false,
      editorProps: {
        attributes: { id, class: 'prose', role: 'textbox', 'aria-multiline': 'true', 'aria-labelledby': `${id}-name` },
        transformPastedHTML: (html) => cleanPaste(html),
        handlePaste: (view, event) => {
          const text = event.clipboardData?.getData('text/plain') ?? ''
          if (text === '' || event.clipboardData?.getData('text/html') !== '') return false
          return view.pasteHTML(htmlFromText(text))
        },
        handleKeyDown: (view, event) => {
          if (event.key === 'Escape') view.dom.blur()
          else if (event.key.toLowerCase() === 'k' && (event.ctrlKey || event.metaKey)) setLinkDraft(linkAt(made))
          else return false
          event.preventDefault()
          event.stopPropagation()
          return true
        },
      },
      onUpdate: () => {
        known.current = htmlOf(made.getJSON())
        told.current.add(known.current)
        latest.current.onChange(known.current)
      },
      onTransaction: () => redraw((count) => count + 1),
      onSelectionUpdate: () => latest.current.onCursor?.(made.state.selection.$from.index(0)),
    })
    setEditor(made)
    return () => made.destroy()
  }, [id])

  useLayoutEffect(() => {
    if (editor === undefined || (value !== known.current && told.current.has(value))) return
    told.current.clear()
    if (value === known.current) return
    // Another version came from outside.
    known.current = value
    editor.commands.setContent(value, { emitUpdate: false })
  }, [editor, value])

  useEffect(() => {
    if (described === '') editor?.view.dom.removeAttribute('aria-describedby')
    else editor?.view.dom.setAttribute('aria-describedby', described)
  }, [editor, described])

  const close = () => {
    setLinkDraft(undefined)
    editor?.commands.focus()
  }
  return (
    <div class="rich-text">
      <div class="field-head">
        <span id={`${id}-name`} class="field-label" onClick={() => editor?.commands.focus()}>
          {label}
        </span>
        {help !== undefined && (
          <span id={`${id}-hilfe`} class="field-count">
            {help}
          </span>
        )}
      </div>
      <div class="rich-text-box">
        {editor && <Toolbar editor={editor} controls={id} words={t.compose} onLink={() => setLinkDraft(linkAt(editor))} />}
        <div ref={host} class="rich-text-host" />
      </div>
      {editor && link && (
        <LinkDialog
          draft={link}
          onClose={close}
          onRemove={() => {
            editor.chain().focus().extendMarkRange('link').unsetMark('link').run()
            close()
          }}
          onSet={(made) => {
            setLinkDraft(undefined)
            setLink(editor, made)
          }}
        />
      )}
    </div>
  )
}
