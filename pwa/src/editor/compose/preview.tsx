// SPDX-License-Identifier: EUPL-1.2
/**
 * A phone with the resident's own app in it: own document, so that styles and screen width are the resident's.
 * Knows no feature; what to show is handed in.
 */

import { render, type ComponentChildren } from 'preact'
import { useEffect, useRef, useState } from 'preact/hooks'
import type { Frame } from '../../ui/frame'
import residentStyles from '../../ui/styles/index.scss?url'

/** The app's words only: what names the municipality's tab stays with the page one writes on. */
export const FRAME: Frame = { name: '', kind: '', arms: null, initials: '', online: true, words: { more: '', offline: '', asOf: () => '' } }

interface Props {
  title: string
  children: ComponentChildren
  /** What the pages of a feature look like, beside the app's own styles. */
  styles?: string[]
  /** The outermost element of the text in which somebody writes; the preview keeps it in view. */
  block?: number
}

/** The document of the phone: the resident's styles and the theme of the one who looks. */
function furnish(inside: Document, styles: string[], ready: () => void): HTMLElement {
  const { documentElement: outer } = document
  for (const name of ['lang', 'data-kern-theme']) {
    const value = outer.getAttribute(name)
    if (value !== null) inside.documentElement.setAttribute(name, value)
  }
  const sheets = ['/theme.css', residentStyles, ...styles].map((href) => {
    const link = inside.createElement('link')
    link.rel = 'stylesheet'
    link.href = href
    return new Promise((done) => {
      link.onload = link.onerror = done
      inside.head.append(link)
    })
  })
  void Promise.all(sheets).then(ready)
  const scheme = inside.createElement('meta')
  scheme.name = 'color-scheme'
  scheme.content = 'light dark'
  const root = inside.createElement('div')
  root.id = 'app'
  // What one sees here is a picture: no link of it leads away from the text.
  root.inert = true
  inside.head.append(scheme)
  inside.body.replaceChildren(root)
  return root
}

const NONE: string[] = []

export function Phone({ title, children, styles = NONE, block }: Props) {
  const frame = useRef<HTMLIFrameElement>(null)
  const [root, setRoot] = useState<HTMLElement>()
  const [ready, setReady] = useState(false)

  useEffect(() => {
    const inside = frame.current?.contentDocument
    if (inside == null) return
    const made = furnish(inside, styles, () => setReady(true))
    setRoot(made)
    return () => render(null, made)
    // What a feature looks like does not change while one writes.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [])

  useEffect(() => {
    if (root !== undefined) render(children, root)
  }, [root, children])

  useEffect(() => {
    const place = block === undefined ? undefined : root?.querySelector('.prose')?.children[block]
    const view = frame.current?.contentWindow
    if (place === undefined || view == null) return
    const { top, bottom } = place.getBoundingClientRect()
    if (top < 0 || bottom > view.innerHeight) view.scrollBy({ top: top - view.innerHeight / 3, behavior: 'instant' })
  }, [root, block])

  return (
    <div class={`phone${ready ? '' : ' waiting'}`}>
      <iframe ref={frame} title={title} />
    </div>
  )
}
