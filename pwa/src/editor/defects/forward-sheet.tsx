// SPDX-License-Identifier: EUPL-1.2
/** Forwarding: to whom, exactly what leaves the house, and the reporter's answer in the same step. */

import { useState } from 'preact/hooks'
import { staff } from '../../api/staff'
import { useWords } from '../i18n'
import { Button } from '../ui/button'
import { ErrorSummary, type FieldError } from '../ui/errors'
import { TextArea, TextField } from '../ui/fields'
import { Icon } from '../ui/icon'
import { useLoad } from '../ui/load'
import { Sheet } from '../ui/sheet'
import { OFFICE, refilled, shows, type Draft } from './answer'
import { MarkedArea } from './marked-area'
import type { Forward } from './model'

interface Props {
  draft: Draft
  /** Sentences of what the server did not accept. */
  errors: FieldError[]
  busy: boolean
  onSend(note: string, forward: Forward): void
  /** The sheet goes by a slip of the hand: its answer stays. */
  onKeep(note: string): void
  onClose(): void
}

const OTHER = -1

export function ForwardSheet({ draft, errors: refused, busy, onSend, onKeep, onClose }: Props) {
  const { t } = useWords()
  const words = t.report.forwarding
  const recipients = useLoad('defects/recipients', () => staff.GET('/api/v1/staff/defects/recipients'))
  const known = recipients.data ?? []
  const [at, setAt] = useState<number>()
  const [name, setName] = useState('')
  const [email, setEmail] = useState('')
  const [message, setMessage] = useState('')
  const [note, setNote] = useState<string>()
  const [errors, setErrors] = useState<FieldError[]>([])
  const asking = recipients.data === undefined && recipients.state === 'loading'
  const chosen = at ?? (known.length === 0 && !asking ? OTHER : undefined)
  const office = chosen === undefined ? undefined : chosen === OTHER ? { name: name.trim(), email: email.trim() || null } : known[chosen]
  const begun = draft.note.trim() === '' && office?.name ? words.usual(office.name) : refilled(draft.note, OFFICE, undefined, office?.name)
  const answer = note ?? begun
  const shown = shows(draft)
  const faultOf = (field: string) => errors.find((each) => each.field === field)?.text

  const send = (event: Event) => {
    event.preventDefault()
    const found: FieldError[] = []
    if (office === undefined) found.push({ field: 'forward-to', text: words.whoMissing })
    else if (office.name === '') found.push({ field: 'forward-name', text: words.nameMissing })
    if (office?.email && !/^\S+@\S+\.\S+$/.test(office.email)) found.push({ field: 'forward-email', text: words.emailWrong })
    if (answer.trim() === '') found.push({ field: 'forward-note', text: t.report.answer.missing.note })
    setErrors(found)
    if (found.length === 0 && office !== undefined && !busy) onSend(answer.trim(), { ...office, message: message.trim() })
  }
  return (
    <Sheet open title={words.title} onClose={() => (note !== undefined && onKeep(note), onClose())}>
      <form class="sheet-form" noValidate onSubmit={send} onKeyDown={(event) => event.key === 'Enter' && (event.ctrlKey || event.metaKey) && send(event)}>
        <ErrorSummary items={[...errors, ...refused]} />
        <fieldset class="choice-rows" id="forward-to" tabIndex={-1}>
          <legend>{words.who}</legend>
          {known.map((each, one) => (
            <label key={each.name} class="choice-row">
              <input type="radio" name="office" checked={chosen === one} onChange={() => setAt(one)} />
              <span>{each.name}</span>
              <span class="muted">{each.email ?? words.byHand}</span>
            </label>
          ))}
          {/* Not before the others: it would move away under the finger. */}
          {!asking && (
            <label class="choice-row">
              <input type="radio" name="office" checked={chosen === OTHER} onChange={() => setAt(OTHER)} />
              <span>{words.other}</span>
            </label>
          )}
        </fieldset>
        {chosen === OTHER && (
          <>
            <TextField id="forward-name" label={words.name} value={name} error={faultOf('forward-name')} onInput={setName} />
            <TextField id="forward-email" label={words.email} optional type="email" inputMode="email" help={words.emailHelp} value={email} error={faultOf('forward-email')} onInput={setEmail} />
          </>
        )}
        {office?.email && <TextArea id="forward-message" label={words.inside} optional rows={2} value={message} onInput={setMessage} />}
        {office?.email && (
          <section class="sends">
            <h3>{words.sends}</h3>
            <ul role="list">
              <Sent yes>{words.place}</Sent>
              {shown.text && <Sent yes>{words.publicText}</Sent>}
              {shown.photos > 0 && <Sent yes>{words.photos(shown.photos)}</Sent>}
              <Sent>{words.noContact}</Sent>
            </ul>
          </section>
        )}
        <MarkedArea id="forward-note" label={words.message} value={answer} own={office ? [office.name] : []} error={faultOf('forward-note')} onInput={setNote} />
        <div class="button-row">
          <Button kind="main" submit busy={busy} keys="ctrl+enter">
            {words.send}
          </Button>
          <Button onPress={onClose}>{words.cancel}</Button>
        </div>
      </form>
    </Sheet>
  )
}

function Sent({ yes = false, children }: { yes?: boolean; children: string }) {
  return (
    <li class={yes ? undefined : 'muted'}>
      <Icon name={yes ? 'check' : 'close'} size={18} />
      {children}
    </li>
  )
}
