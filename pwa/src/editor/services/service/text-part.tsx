// SPDX-License-Identifier: EUPL-1.2
/** One part of the text: as it stands there, whose words they are, and the way to write it oneself. */

import { useEffect, useRef, useState } from 'preact/hooks'
import { Prose } from '../../../ui/prose'
import { RichText } from '../../compose/rich-text'
import { useWords } from '../../i18n'
import { Button } from '../../ui/button'

interface Props {
  id: string
  label: string
  value: string
  /** What the source says; empty: nothing. */
  source: string
  /** Somebody has just asked for it. */
  fresh: boolean
  onChange(html: string): void
}

export function TextPart({ id, label, value, source, fresh, onChange }: Props) {
  const { t } = useWords()
  const words = t.services.editor
  const [writing, setWriting] = useState(fresh)
  const own = value !== source
  const empty = value === ''
  const part = useRef<HTMLElement>(null)
  // The button that was pressed gives way to the field, and the other way round: the focus goes along.
  const turned = useRef(fresh)
  useEffect(() => {
    if (!turned.current) return
    turned.current = false
    part.current?.querySelector<HTMLElement>(writing ? '[role=textbox]' : '.part-deeds button')?.focus()
  }, [writing, own, empty])
  const turn = (on: boolean) => {
    turned.current = true
    setWriting(on)
  }
  const put = (html: string) => {
    turn(false)
    onChange(html)
  }
  return (
    <section ref={part} class="text-part" aria-labelledby={writing ? `${id}-name` : `${id}-heading`}>
      {writing ? (
        <RichText id={id} label={label} value={value} onChange={onChange} />
      ) : (
        <>
          <h3 id={`${id}-heading`}>{label}</h3>
          {empty ? <p class="muted">{words.leftOut}</p> : <Prose html={value} />}
        </>
      )}
      <div class="part-deeds">
        {source !== '' && <span class="muted">{own ? words.own : words.fromSource}</span>}
        {!writing && (
          <Button small label={`${empty ? words.write : words.change}: ${label}`} onPress={() => turn(true)}>
            {empty ? words.write : words.change}
          </Button>
        )}
        {own && source !== '' && (
          <Button small kind="plain" icon="undo" label={`${words.takeSource}: ${label}`} onPress={() => put(source)}>
            {words.takeSource}
          </Button>
        )}
        {!empty && (
          <Button small kind="plain" icon="hidden" label={`${words.leaveOut}: ${label}`} onPress={() => put('')}>
            {words.leaveOut}
          </Button>
        )}
      </div>
    </section>
  )
}
