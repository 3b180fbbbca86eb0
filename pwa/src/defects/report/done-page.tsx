// SPDX-License-Identifier: EUPL-1.2
/** What became of the report: it goes, it waits, it has arrived, or the town hall refused it. Never "sent" before it is. */

import { useEffect, useState } from 'preact/hooks'
import type { Bootstrap } from '../../api/types'
import { useTexts } from '../../i18n'
import { deliver } from '../../offline/deliver'
import { useInstall } from '../../offline/install'
import { FollowRow } from '../../push/follow-row'
import { Page } from '../../ui/frame'
import { Icon, type IconName } from '../../ui/icon'
import { Row } from '../../ui/list'
import { navigate } from '../../ui/router'
import { copy } from '../../ui/share'
import { Sheet } from '../../ui/sheet'
import { Skeleton, StateNote } from '../../ui/states'
import { toast } from '../../ui/toast'
import { dayOfYear } from '../line'
import { forgetMine, reminderOf, useMine, useOutbox, type Mine, type Waiting } from '../mine'
import { SecretLink } from '../own/link-sheet'
import { ownTopic } from '../topics'
import { isBegun, readDraft, type Draft } from './draft'
import { PhotoPicture } from './photos'
import { takeBack } from './queue'
import { refusalWords, stepToMend } from './refusal'
import { useForm } from './step'
import { addressOf } from './steps'
import { useReportWords } from './words'

export function DonePage({ boot, id, onTakenBack }: { boot: Bootstrap; id: string; onTakenBack(): void }) {
  const { t } = useTexts()
  const words = useReportWords()
  const mine = useMine()
  const outbox = useOutbox()
  useForm()
  useEffect(() => void deliver(), [])
  if (mine === undefined || outbox === undefined)
    return (
      <Page title={words.waiting.sending} heading={false}>
        <Skeleton label={t.gate.loading} rows={2} text />
      </Page>
    )
  const own = mine.find((each) => each.id === id)
  const waiting = outbox.find((each) => each.id === id)
  if (own === undefined)
    return (
      <Page title={words.gone.title} heading={false}>
        <StateNote icon="report" title={words.gone.title} text={words.gone.text} alone>
          <a class="kern-btn kern-btn--primary kern-btn--block" href="/maengel/melden">
            <span class="kern-label">{words.gone.new}</span>
          </a>
        </StateNote>
      </Page>
    )
  if (waiting === undefined) return <Sent boot={boot} own={own} />
  if (waiting.state === 'refused') return <Refused boot={boot} waiting={waiting} own={own} onTakenBack={onTakenBack} />
  return <OnItsWay boot={boot} waiting={waiting} own={own} />
}

const LATE_MS = 10_000

/** The step before it stood at the same address: the resident begins at the top, where it says what happened. */
function useArrived(): void {
  useEffect(() => {
    scrollTo({ top: 0, behavior: 'instant' })
    document.querySelector<HTMLElement>('h1')?.focus({ preventScroll: true })
  }, [])
}

function Sign({ icon, kind }: { icon: IconName; kind: 'good' | 'calm' | 'bad' }) {
  return (
    <span class={`done-sign ${kind}`}>
      <Icon name={icon} size={32} />
    </span>
  )
}

function Sent({ boot, own }: { boot: Bootstrap; own: Mine }) {
  useArrived()
  const { t, language } = useTexts()
  const words = useReportWords().sent
  const [topic, setTopic] = useState<string>()
  const [link, setLink] = useState(false)
  useEffect(() => void ownTopic(own.secret).then(setTopic), [own.secret])
  const [before, after] = words.by
  return (
    <Page title={words.title} heading={false}>
      <div class="done" role="status">
        <Sign icon="check" kind="good" />
        <h1 tabIndex={-1}>{words.title}</h1>
        {own.due_on !== null && (
          <p class="done-lead">
            {before}
            <strong>{dayOfYear(own.due_on, language, true)}</strong>
            {after}
          </p>
        )}
      </div>
      <div class="card done-number">
        <div>
          <p class="meta">{words.number}</p>
          <p class="done-code">{own.number}</p>
        </div>
        <button type="button" class="word-button" onClick={() => void copy(own.number ?? '', words)}>
          <Icon name="copy" />
          {words.copy}
        </button>
      </div>
      <ul class="card rows" role="list">
        {topic !== undefined && boot.push !== null && (
          <FollowRow topic={topic} name={own.category.name} label={words.bell} hint={words.bellHint} publicKey={boot.push.public_key} said={{ on: words.bellOn, off: words.bellOff }} />
        )}
        <Row icon="key" label={<strong>{words.link}</strong>} hint={words.linkHint} onClick={() => setLink(true)} />
      </ul>
      <p class="meta done-next">{words.next}</p>
      <Sheet title={words.link} close={t.close} open={link} onClose={() => setLink(false)}>
        {link && <SecretLink id={own.id} number={own.number ?? ''} secret={own.secret} origin={boot.tenant.origin} />}
      </Sheet>
      <div class="action-bar">
        <a class="kern-btn kern-btn--primary kern-btn--block" href={`/maengel/${own.id}`}>
          <span class="kern-label">{words.look}</span>
        </a>
        <a class="kern-btn kern-btn--tertiary kern-btn--block" href="/">
          <span class="kern-label">{words.done}</span>
        </a>
      </div>
    </Page>
  )
}

function OnItsWay({ boot, waiting, own }: { boot: Bootstrap; waiting: Waiting; own: Mine }) {
  useArrived()
  const words = useReportWords().waiting
  const { platform, installed } = useInstall()
  const [late, setLate] = useState(false)
  useEffect(() => {
    const timer = setTimeout(() => setLate(true), LATE_MS)
    return () => clearTimeout(timer)
  }, [])
  // Who still waits after a while need not: it goes by itself.
  const sending = waiting.state === 'sending' && !late
  const photos = waiting.photos.length
  const wakes = 'serviceWorker' in navigator && 'SyncManager' in globalThis
  return (
    <Page title={sending ? words.sending : words.title} heading={false}>
      <div class="done" role="status">
        <Sign icon="cloudup" kind="calm" />
        <h1 tabIndex={-1}>{sending ? words.sending : words.title}</h1>
        <p class="done-lead">{sending ? words.sendingText : words.text(photos)}</p>
      </div>
      <div class="card waiting-card">
        <Summary waiting={waiting} own={own} lang={boot.tenant.language} />
        <p class="waiting-state">
          <span>
            <Icon name="clock" size={20} />
            <strong>{waiting.state === 'sending' ? words.onItsWay : words.state}</strong>
          </span>
          <span class="meta">{words.reminder(reminderOf(waiting.id))}</span>
        </p>
      </div>
      <div class="note">
        <Icon name="info" />
        <div>
          <p>{wakes ? words.hintSync : words.hint}</p>
          {platform === 'ios' && !installed && <p>{words.ios}</p>}
        </div>
      </div>
      <div class="action-bar">
        <a class="kern-btn kern-btn--primary kern-btn--block" href="/">
          <span class="kern-label">{words.done}</span>
        </a>
        <a class="kern-btn kern-btn--tertiary kern-btn--block" href="/maengel/meine">
          <span class="kern-label">{words.all}</span>
        </a>
      </div>
    </Page>
  )
}

function Summary({ waiting, own, lang }: { waiting: Waiting; own: Mine; lang: string }) {
  const words = useReportWords()
  const [first] = (waiting.draft as { photos: Draft['photos'] }).photos
  return (
    <div class="waiting-facts">
      {first && <PhotoPicture photo={first} alt={words.photo.one(1)} />}
      <div>
        <h2 lang={lang}>{own.category.name}</h2>
        <p class="meta" lang={own.place === null ? undefined : lang}>
          {own.place ?? words.place.spot}
        </p>
      </div>
    </div>
  )
}

function Refused({ boot, waiting, own, onTakenBack }: { boot: Bootstrap; waiting: Waiting; own: Mine; onTakenBack(): void }) {
  useArrived()
  const { language } = useTexts()
  const all = useReportWords()
  const words = all.refused
  const [full, setFull] = useState(false)
  const change = async (): Promise<void> => {
    const draft = await readDraft()
    // What is being written now would be lost.
    if (draft !== undefined && isBegun(draft) && draft.id !== waiting.id) return setFull(true)
    await takeBack(waiting)
    onTakenBack()
    navigate(addressOf(stepToMend(waiting.refusal)))
  }
  return (
    <Page title={words.title} heading={false}>
      <div class="done" role="status">
        <Sign icon="warn" kind="bad" />
        <h1 tabIndex={-1}>{words.title}</h1>
        <p class="done-lead">{refusalWords(waiting.refusal, words, language)}</p>
        <p>{words.text}</p>
      </div>
      <div class="card waiting-card">
        <Summary waiting={waiting} own={own} lang={boot.tenant.language} />
        <p class="waiting-state">
          <span class="meta">{all.waiting.reminder(reminderOf(waiting.id))}</span>
        </p>
      </div>
      <div class="action-bar">
        <div role="alert">{full && <p class="failure">{words.full}</p>}</div>
        <button type="button" class="kern-btn kern-btn--primary kern-btn--block" onClick={() => void change()}>
          <span class="kern-label">{words.change}</span>
        </button>
        <button
          type="button"
          class="kern-btn kern-btn--tertiary kern-btn--block"
          onClick={() => {
            void forgetMine(waiting.id).then(() => toast(words.dropped))
            navigate('/maengel/melden')
          }}
        >
          <span class="kern-label">{words.drop}</span>
        </button>
      </div>
    </Page>
  )
}
