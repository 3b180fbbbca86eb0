// SPDX-License-Identifier: EUPL-1.2
/** When to be told of an event: only if something changes, or also some time before. Permission is asked after the tap. */

import { useState } from 'preact/hooks'
import { useTexts } from '../i18n'
import { useOnline } from '../offline/connection'
import type { Wishes } from '../offline/push-record'
import { keep, type Remembered } from '../offline/remembered'
import { change, enable, stop, useDevice, type Device, type Outcome } from '../push/device'
import { chosenFor, LEADS, leadsBefore, withChoice, type Lead } from '../push/event-topics'
import { HindranceNote } from '../push/hindrance'
import { onlyWishes } from '../push/standing'
import { useWords as usePushWords } from '../push/words'
import '../ui/form/options.scss'
import { Skeleton } from '../ui/states'
import { toast } from '../ui/toast'
import { useWords } from './words'

export interface RemindProps {
  own: Remembered
  /** From when the leads count; null for a series. */
  begins: number | null
  publicKey: string
  onDone(): void
}

const USUAL: Lead = 1440

export function RemindSheet(props: RemindProps) {
  const { t } = useTexts()
  const { device } = useDevice()
  if (device === undefined) return <Skeleton rows={2} label={t.gate.loading} text />
  if (device.standing !== 'on' && device.standing !== 'off') return <HindranceNote of={device.standing} />
  return <Choice {...props} device={device} />
}

function Choice({ own, begins, publicKey, onDone, device }: RemindProps & { device: Device }) {
  const words = useWords()
  const push = usePushWords()
  const online = useOnline()
  const known = device.record ?? device.lost
  const before = known && chosenFor(own.id, known.topics)
  const ahead = leadsBefore(begins, Date.now())
  const [lead, setLead] = useState<Lead | null>(before !== undefined ? before : (ahead.filter((each) => each <= USUAL).at(-1) ?? null))
  // What was chosen stays in sight, also when it has rung.
  const choices = [...LEADS.filter((each) => ahead.includes(each) || each === before), null]
  const [busy, setBusy] = useState(false)
  const [trouble, setTrouble] = useState('')
  const on = device.record !== undefined
  // A device without notifications gets this one alone, at the time that was asked for: quiet hours would swallow it.
  const wishes: Wishes = known === undefined ? { topics: [], quiet: null, urgent_passes: true } : onlyWishes(known)

  const because = (outcome: Outcome): string =>
    outcome === 'offline' ? words.remind.offline : outcome === 'undecided' ? push.trouble.undecided : outcome === 'denied' ? push.denied.text : push.trouble.failed
  const run = async (work: () => Promise<Outcome>, said: string) => {
    if (!online) return setTrouble(words.remind.offline)
    setTrouble('')
    setBusy(true)
    const outcome = await work()
    setBusy(false)
    if (outcome !== 'done') return setTrouble(because(outcome))
    toast(said, 'bell')
    onDone()
  }
  const remind = () => {
    const next = { ...wishes, topics: withChoice(own.id, wishes.topics, lead) }
    return run(async () => {
      let outcome = on ? await change(next) : await enable(publicKey, next)
      // The server has forgotten this device, and the resident has just said what is wanted.
      if (outcome === 'lost') outcome = await enable(publicKey, next)
      if (outcome === 'done') keep(own)
      return outcome
    }, words.remind.saved[String(lead)] ?? '')
  }
  const off = () => {
    const topics = withChoice(own.id, wishes.topics, undefined)
    return run(() => (topics.length === 0 ? stop() : change({ ...wishes, topics })), words.remind.off)
  }
  return (
    <>
      <fieldset class="options">
        <legend class="sr-only">{words.remind.title}</legend>
        {choices.map((choice) => (
          <label key={String(choice)} class="option">
            <input type="radio" class="radio" name="lead" checked={choice === lead} onChange={() => setLead(choice)} />
            <span>{push.leads[String(choice)]}</span>
          </label>
        ))}
      </fieldset>
      <p class="meta">
        {begins === null && words.remind.series} {words.remind.hint} {wishes.quiet !== null && words.remind.quiet(wishes.quiet.from, wishes.quiet.to)}
      </p>
      <div role="alert">{trouble && <p class="failure">{trouble}</p>}</div>
      <div class="sheet-buttons">
        <button type="button" class="kern-btn kern-btn--primary kern-btn--block" aria-busy={busy} onClick={() => void (!busy && remind())}>
          <span class="kern-label">{busy ? words.remind.saving : words.remind.save}</span>
        </button>
        {before !== undefined && on && (
          <button type="button" class="kern-btn kern-btn--secondary kern-btn--block" onClick={() => void (!busy && off())}>
            <span class="kern-label">{words.remind.stop}</span>
          </button>
        )}
        {!on && <p class="meta">{push.asks}</p>}
      </div>
    </>
  )
}
