// SPDX-License-Identifier: EUPL-1.2
/** What anybody does with a public report: hear of it, say that it bothers them too, object to the entry. */

import { useState } from 'preact/hooks'
import { flagReport, supportReport, type FlagReason, type MarkAnswer } from '../../api/report-marks'
import type { Bootstrap, Defect } from '../../api/types'
import { useTexts } from '../../i18n'
import { deviceFor, keepSupport, useSupported } from '../../offline/marks'
import { FollowRow } from '../../push/follow-row'
import { TextArea } from '../../ui/form/fields'
import '../../ui/form/options.scss'
import { Icon } from '../../ui/icon'
import { Row, Rows } from '../../ui/list'
import { Sheet } from '../../ui/sheet'
import { toast } from '../../ui/toast'
import { publicTopic } from '../topics'
import { useWords } from '../words'

type Of = Pick<Defect, 'id' | 'number' | 'title' | 'supports'>

export function Actions({ report, boot }: { report: Of; boot: Bootstrap }) {
  const { t } = useTexts()
  const words = useWords()
  const [flagging, setFlagging] = useState(false)
  return (
    <>
      <Rows>
        {boot.push && (
          <FollowRow
            topic={publicTopic(report.id)}
            name={`${report.title}, ${report.number}`}
            label={words.follow.label}
            publicKey={boot.push.public_key}
            said={{ on: words.follow.on, off: words.follow.off }}
          />
        )}
        <SupportRow report={report} />
        <Row icon="flag" label={words.flag.label} onClick={() => setFlagging(true)} />
      </Rows>
      <Sheet title={words.flag.title} close={t.close} open={flagging} onClose={() => setFlagging(false)}>
        {flagging && <FlagForm id={report.id} onDone={() => setFlagging(false)} />}
      </Sheet>
    </>
  )
}

function SupportRow({ report }: { report: Of }) {
  const words = useWords()
  const supported = useSupported(report.id)
  /** With the own one: what is read again counts it already. */
  const [least, setLeast] = useState(0)
  const [busy, setBusy] = useState(false)
  const [trouble, setTrouble] = useState<Exclude<MarkAnswer['kind'], 'done'>>()
  const count = Math.max(report.supports, least)
  const press = async () => {
    if (busy) return
    if (supported) return toast(words.support.done, 'info')
    setBusy(true)
    setTrouble(undefined)
    const { kind } = await supportReport(report.id, deviceFor(report.id))
    setBusy(false)
    if (kind !== 'done') return setTrouble(kind)
    keepSupport(report.id)
    setLeast(report.supports + 1)
    toast(words.support.thanks)
  }
  return (
    <li>
      <button type="button" class="row" aria-pressed={supported} aria-busy={busy} onClick={() => void press()}>
        <Icon name={supported ? 'check' : 'thumb'} />
        <span class="row-words">
          <span class="row-label">{supported ? words.support.on : words.support.label}</span>
        </span>
        {count > 0 && (
          <span class="meta count">
            {count}
            <span class="sr-only"> {words.support.people(count)}</span>
          </span>
        )}
      </button>
      <div role="alert">{trouble && <p class="failure row-trouble">{words.trouble[trouble]}</p>}</div>
    </li>
  )
}

const REASONS: FlagReason[] = ['personal', 'offensive', 'wrong', 'other']

function FlagForm({ id, onDone }: { id: string; onDone(): void }) {
  const words = useWords()
  const f = words.flag
  const [begun] = useState(() => Date.now())
  const [reason, setReason] = useState<FlagReason>('personal')
  const [text, setText] = useState('')
  const [trap, setTrap] = useState('')
  const [busy, setBusy] = useState(false)
  const [trouble, setTrouble] = useState<Exclude<MarkAnswer['kind'], 'done'>>()
  const send = async () => {
    setBusy(true)
    setTrouble(undefined)
    const { kind } = await flagReport(id, { device: deviceFor(id), reason, text: text.trim(), website: trap, elapsed_ms: Date.now() - begun })
    setBusy(false)
    if (kind !== 'done') return setTrouble(kind)
    toast(f.sent, 'flag')
    onDone()
  }
  return (
    <form
      class="form sheet-form"
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        if (!busy) void send()
      }}
    >
      <p>{f.lead}</p>
      <fieldset class="options">
        <legend class="sr-only">{f.legend}</legend>
        {REASONS.map((each) => (
          <label key={each} class="option">
            <input type="radio" class="radio" name="reason" checked={each === reason} onChange={() => setReason(each)} />
            <span>{f.reasons[each]}</span>
          </label>
        ))}
      </fieldset>
      <TextArea id="flag-text" label={f.text} optional={f.optional} rows={3} maxLength={1000} value={text} onInput={setText} />
      <div class="trap" aria-hidden="true">
        <label for="website">{f.trap}</label>
        <input id="website" name="website" tabIndex={-1} autocomplete="off" value={trap} onInput={({ currentTarget }) => setTrap(currentTarget.value)} />
      </div>
      <div role="alert">{trouble && <p class="failure">{words.trouble[trouble]}</p>}</div>
      <div class="sheet-buttons">
        <button type="submit" class="kern-btn kern-btn--primary kern-btn--block" aria-busy={busy}>
          <span class="kern-label">{busy ? f.sending : f.send}</span>
        </button>
      </div>
    </form>
  )
}
