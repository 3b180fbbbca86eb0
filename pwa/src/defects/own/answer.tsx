// SPDX-License-Identifier: EUPL-1.2
/** The town hall asks back: the question, and the answer without a name. */

import { useState } from 'preact/hooks'
import { newUuid } from '../../offline/own-keys'
import { TextArea } from '../../ui/form/fields'
import { Icon } from '../../ui/icon'
import { useWords } from '../words'
import { unanswered } from './asked'
import { useDeed } from './deed'
import type { OwnProps } from './own-part'

export function Answer({ report, own, secret, boot, question }: OwnProps & { question: string }) {
  const words = useWords().answer
  const [text, setText] = useState('')
  // Made before it is sent: sending twice is answering once.
  const [id, setId] = useState(newUuid)
  const [tried, setTried] = useState(false)
  const [more, setMore] = useState(false)
  const { busy, trouble, run } = useDeed(report.id, secret, own)
  const waits = unanswered(report)
  const send = async () => {
    setTried(true)
    if (text.trim() === '') return document.getElementById('answer')?.focus()
    if (await run({ do: 'answer', id, text: text.trim() }, words.sent)) {
      setText('')
      setId(newUuid())
      setTried(false)
      setMore(false)
    }
  }
  if (!waits && !more)
    return (
      <section class="card ask" role="status">
        <h2>
          <Icon name="check" />
          {words.arrived}
        </h2>
        <button type="button" class="link-button" onClick={() => setMore(true)}>
          {words.more}
        </button>
      </section>
    )
  return (
    <section class="card ask" aria-labelledby="question">
      <h2 id="question">
        <Icon name="info" />
        {waits ? words.title : words.more}
      </h2>
      <p class="ask-question" lang={boot.tenant.language}>
        {question}
      </p>
      <form
        class="form"
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          void send()
        }}
      >
        <TextArea id="answer" label={words.label} hint={words.hint} rows={3} value={text} onInput={setText} error={tried && text.trim() === '' ? words.empty : undefined} />
        <div role="alert">{trouble && <p class="failure">{trouble}</p>}</div>
        <button type="submit" class="kern-btn kern-btn--primary kern-btn--block" aria-busy={busy}>
          <span class="kern-label">{busy ? words.sending : words.send}</span>
        </button>
      </form>
    </section>
  )
}
