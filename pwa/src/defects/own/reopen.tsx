// SPDX-License-Identifier: EUPL-1.2
/** "Nicht erledigt": for some days after the end the reporter may open the report again, once. */

import { useState } from 'preact/hooks'
import { useTexts } from '../../i18n'
import { dayOf } from '../../i18n/dates'
import { TextArea } from '../../ui/form/fields'
import { Sheet } from '../../ui/sheet'
import { dayOfYear } from '../line'
import { useWords } from '../words'
import { useDeed } from './deed'
import type { OwnProps } from './own-part'

export function Reopen(props: OwnProps) {
  const { t, language } = useTexts()
  const words = useWords().reopen
  const [open, setOpen] = useState(false)
  const { reopen_until: until } = props.report
  return (
    <section class="card ask">
      <h2>{words.title}</h2>
      {until !== null && <p class="meta">{words.until(dayOfYear(dayOf(new Date(until)), language, true))}</p>}
      <button type="button" class="kern-btn kern-btn--secondary kern-btn--block" aria-haspopup="dialog" onClick={() => setOpen(true)}>
        <span class="kern-label">{words.open}</span>
      </button>
      <Sheet title={words.sheet} close={t.close} open={open} onClose={() => setOpen(false)}>
        {open && <Form {...props} onDone={() => setOpen(false)} />}
      </Sheet>
    </section>
  )
}

function Form({ report, own, secret, onDone }: OwnProps & { onDone(): void }) {
  const words = useWords().reopen
  const [text, setText] = useState('')
  const [tried, setTried] = useState(false)
  const { busy, trouble, run } = useDeed(report.id, secret, own)
  const send = async () => {
    setTried(true)
    if (text.trim() === '') return document.getElementById('reopening')?.focus()
    if (await run({ do: 'reopen', text: text.trim() }, words.sent)) onDone()
  }
  return (
    <form
      class="form sheet-form"
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        void send()
      }}
    >
      <TextArea id="reopening" label={words.label} hint={words.hint} rows={3} value={text} onInput={setText} error={tried && text.trim() === '' ? words.empty : undefined} />
      <div role="alert">{trouble && <p class="failure">{trouble}</p>}</div>
      <div class="sheet-buttons">
        <button type="submit" class="kern-btn kern-btn--primary kern-btn--block" aria-busy={busy}>
          <span class="kern-label">{busy ? words.sending : words.send}</span>
        </button>
      </div>
    </form>
  )
}
