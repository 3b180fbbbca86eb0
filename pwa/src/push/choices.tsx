// SPDX-License-Identifier: EUPL-1.2
/** Topics and quiet hours. While notifications are on, every change counts at once; before, they wait for the button. */

import { useRef, useState } from 'preact/hooks'
import type { Bootstrap } from '../api/types'
import { useOnline } from '../offline/connection'
import { followedName } from '../offline/followed'
import type { PushRecord, Wishes } from '../offline/push-record'
import { useRemembered } from '../offline/remembered'
import { Rows } from '../ui/list'
import { usePlace } from '../ui/router'
import { toast } from '../ui/toast'
import { change, enable, type Outcome } from './device'
import { eventOf, eventsOf } from './event-topics'
import { QuietHours } from './quiet-hours'
import { FIRST_WISHES, isOfReport, onlyWishes, topicOf, URGENT, wishesWith } from './standing'
import { SwitchRow } from './switch-row'
import { useWords } from './words'

/** What was chosen before the button was pressed stays while the app is open. */
let waiting: Wishes | undefined

interface Props {
  boot: Bootstrap
  publicKey: string
  record: PushRecord | undefined
  lost: Wishes | undefined
  onChanged(lost?: Wishes): Promise<void>
}

interface Trouble {
  at: 'topics' | 'quiet' | 'button'
  text: string
}

export function Choices({ boot, publicKey, record, lost, onChanged }: Props) {
  const words = useWords()
  const online = useOnline()
  const { query } = usePlace()
  const categories = boot.news?.categories ?? []
  const events = boot.events?.categories ?? []
  const all = [URGENT, ...categories.map(({ slug }) => topicOf(slug)), ...events.map(({ slug }) => eventsOf(slug))]
  const [wishes, setWishes] = useState(() =>
    onlyWishes(record ?? wishesWith(lost ?? waiting ?? FIRST_WISHES, all, query.get('thema'))),
  )
  // What is switched off here stays in sight, so that it can be switched on again.
  const [reminders] = useState(() => wishes.topics.filter((topic) => eventOf(topic) !== undefined))
  const [reports] = useState(() => wishes.topics.filter(isOfReport))
  const remembered = useRemembered()
  const [trouble, setTrouble] = useState<Trouble>()
  const [busy, setBusy] = useState(false)
  const line = useRef<Promise<void>>(Promise.resolve())
  const last = useRef(wishes)
  const kept = useRef(wishes)

  const because = (outcome: Outcome, offline: string): string =>
    outcome === 'offline' ? offline : outcome === 'undecided' ? words.trouble.undecided : words.trouble.failed

  /** One change after the other, and only the newest: two quick taps must not arrive in the wrong order. */
  const save = (next: Wishes, at: Trouble['at'], said: string) => {
    line.current = line.current.then(async () => {
      if (last.current !== next) return
      const outcome = await change(next)
      if (outcome === 'done') {
        kept.current = next
        if (last.current === next) toast(said)
      } else if (outcome === 'lost') await onChanged(next)
      else if (last.current === next) {
        last.current = kept.current
        setWishes(kept.current)
        setTrouble({ at, text: because(outcome, words.trouble.offlineChange) })
      }
    })
  }
  const choose = (next: Wishes, at: Trouble['at'], said: string) => {
    // Topics of categories that are no more fall out with the next change.
    const known = { ...next, topics: [...all, ...reminders, ...reports].filter((topic) => next.topics.includes(topic)) }
    if (record !== undefined && known.topics.length === 0) return setTrouble({ at, text: words.trouble.lastTopic })
    if (known.quiet !== null && known.quiet.from === known.quiet.to) return setTrouble({ at, text: words.trouble.sameTimes })
    setTrouble(undefined)
    setWishes(known)
    last.current = known
    if (record === undefined) waiting = known
    else save(known, at, said)
  }
  const turnOn = async () => {
    if (wishes.topics.length === 0) return setTrouble({ at: 'button', text: words.trouble.noTopic })
    if (!online) return setTrouble({ at: 'button', text: words.trouble.offlineEnable })
    setTrouble(undefined)
    setBusy(true)
    const outcome = await enable(publicKey, wishes)
    setBusy(false)
    if (outcome === 'done') {
      waiting = undefined
      toast(words.enabled, 'bell')
    } else if (outcome !== 'denied') setTrouble({ at: 'button', text: because(outcome, words.trouble.offlineEnable) })
    if (outcome === 'done' || outcome === 'denied') await onChanged()
  }
  const topicRow = (topic: string, label: string, more: { hint?: string; lang?: string }) => {
    const on = wishes.topics.includes(topic)
    return (
      <SwitchRow
        key={topic}
        label={label}
        {...more}
        on={on}
        onSwitch={(next) =>
          choose(
            { ...wishes, topics: next ? [...wishes.topics, topic] : wishes.topics.filter((other) => other !== topic) },
            'topics',
            words.saved[next ? 'on' : 'off'](label),
          )
        }
      />
    )
  }
  const alert = (at: Trouble['at']) => <div role="alert">{trouble?.at === at && <p class="failure">{trouble.text}</p>}</div>
  return (
    <>
      {!online && <p class="meta">{words.offline}</p>}
      <h2>{words.topics}</h2>
      <Rows>
        {topicRow(URGENT, words.urgent, { hint: words.urgentHint })}
        {categories.map(({ slug, name }) => topicRow(topicOf(slug), name, { lang: boot.tenant.language }))}
      </Rows>
      {events.length > 0 && (
        <>
          <h2>{words.events}</h2>
          <Rows>{events.map(({ slug, name }) => topicRow(eventsOf(slug), name, { lang: boot.tenant.language }))}</Rows>
        </>
      )}
      {reminders.length > 0 && (
        <>
          <h2>{words.reminders}</h2>
          <Rows>
            {reminders.map((topic) => {
              const found = eventOf(topic)
              const title = remembered.find(({ id }) => id === found?.id)?.title
              const lang = title === undefined ? {} : { lang: boot.tenant.language }
              return topicRow(topic, title ?? words.event, { hint: words.leads[String(found?.lead)] ?? '', ...lang })
            })}
          </Rows>
        </>
      )}
      {reports.length > 0 && (
        <>
          <h2>{words.reports}</h2>
          <Rows>
            {reports.map((topic) => {
              const name = followedName(topic)
              return topicRow(topic, name ?? words.report, name === undefined ? {} : { lang: boot.tenant.language })
            })}
          </Rows>
        </>
      )}
      {alert('topics')}
      <h2>{words.quiet}</h2>
      <QuietHours wishes={wishes} onChoose={(next, said) => choose(next, 'quiet', said)} />
      {alert('quiet')}
      {record === undefined && (
        <div class="push-main">
          {alert('button')}
          <button type="button" class="kern-btn kern-btn--primary kern-btn--block" aria-busy={busy} onClick={() => void (!busy && turnOn())}>
            <span class="kern-label">{busy ? words.enabling : words.enable}</span>
          </button>
          <p class="meta">{words.asks}</p>
        </div>
      )}
    </>
  )
}
