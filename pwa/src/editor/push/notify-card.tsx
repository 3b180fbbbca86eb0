// SPDX-License-Identifier: EUPL-1.2
/** Whether phones ring with an item: what they show, whom it reaches, and afterwards what became of it. */

import type { ComponentChildren } from 'preact'
import { momentWords } from '../compose/moments'
import { useWords } from '../i18n'
import { Button } from '../ui/button'
import { Switch, TextArea, TextField } from '../ui/fields'
import { Icon } from '../ui/icon'
import { say } from '../ui/toasts'
import { callOff, useMessage } from './api'
import { AudiencePanel } from './audience'
import { ConfirmDialog } from './confirm-dialog'
import { ADVICE, outcomeOf, stageOf, topicWords, type Message } from './model'
import type { Ringing } from './ringing'
import './push.scss'

interface Props {
  ringing: Ringing
  item: { title: string; teaser: string; publish_at: string | null; urgent?: boolean }
  /** Where the notification leads. */
  url: string
  /** What is said of the kind of item. */
  about: { switch: string; off: string; corrected: string }
  /** The latest message about the item. */
  told: Message | null
  /** What topics are called. */
  names: Record<string, string>
  /** What pressing the main button missed. */
  lacks: string[]
  /** Somebody else releases the item, and rings. */
  elsewhere: boolean
}

export function NotifyCard({ ringing, item, url, about, told, names, lacks, elsewhere }: Props) {
  const { t } = useWords()
  const words = t.push
  const [message, setMessage] = useMessage(told)
  const { plan } = ringing
  if (!ringing.available) return null
  const stage = stageOf(message)
  return (
    <section class="editor-card notify" aria-labelledby="ring-heading">
      <div class="notify-head">
        <h2 id="ring-heading">{words.card}</h2>
        {stage === 'none' && !elsewhere && <Switch id="ring-on" label={about.switch} checked={plan.on} onChange={(on) => ringing.change({ on })} />}
      </div>
      {stage !== 'none' && message !== null && <Told message={message} ringing={ringing} corrected={about.corrected} onChanged={setMessage} />}
      {elsewhere && stage === 'none' ? (
        <p class="muted">{words.releaseFirst}</p>
      ) : plan.on ? (
        <>
          {stage === 'sent' && (
            <Note>
              <p>{words.againNote}</p>
            </Note>
          )}
          <Fields ringing={ringing} item={item} url={url} names={names} lacks={lacks} />
          {stage !== 'none' && (
            <Button kind="plain" onPress={ringing.done}>
              {words.notAgain}
            </Button>
          )}
        </>
      ) : (
        stage === 'none' && <p class="muted">{about.off}</p>
      )}
      <ConfirmDialog answer={ringing.asking} devices={ringing.audience.data?.devices ?? 0} at={item.publish_at} />
    </section>
  )
}

function Note({ children }: { children: ComponentChildren }) {
  return (
    <div class="notify-note">
      <Icon name="bell" />
      <div>{children}</div>
    </div>
  )
}

function Fields({ ringing, item, url, names, lacks }: Pick<Props, 'ringing' | 'item' | 'url' | 'names' | 'lacks'>) {
  const { t } = useWords()
  const words = t.push
  const { wish, plan } = ringing
  const title = plan.title ?? item.title
  const text = plan.text ?? item.teaser
  const long = lacks.includes('ring_long') ? words.fixes.ring_long : undefined
  const louder = ringing.loudest.data?.devices ?? 0
  return (
    <div class="notify-fields">
      <TextField
        id="ring-title"
        label={words.titleField}
        value={title}
        advice={ADVICE.title}
        error={lacks.includes('ring_title') ? words.fixes.ring_title : long}
        onInput={(typed) => ringing.change({ title: typed })}
      />
      <TextArea id="ring-text" label={words.textField} rows={2} oneParagraph value={text} advice={ADVICE.text} onInput={(typed) => ringing.change({ text: typed })} />
      <AudiencePanel
        audience={ringing.audience}
        topics={topicWords(ringing.topics, names, t)}
        nobody={words.noTopic}
        test={{ title: wish?.title ?? '', text: wish?.text ?? '', url, urgent: item.urgent === true }}
        ready={() => {
          if (title.trim() === '') document.getElementById('ring-title')?.focus()
          return title.trim() !== ''
        }}
      />
      {item.urgent ? <p>{words.urgentOn}</p> : louder > 0 && <p class="muted">{words.urgentOff(louder)}</p>}
    </div>
  )
}

function Told({ message, ringing, corrected, onChanged }: { message: Message; ringing: Ringing; corrected: string; onChanged(message: Message): void }) {
  const { t, language } = useWords()
  const words = t.push
  const when = momentWords(new Date(message.due_at), new Date(), language)
  const waits = message.state === 'waiting'
  const rest = message.state === 'sending' || message.deferred > 0
  const cancel = async () => {
    const answer = await callOff(message.id)
    if (answer.ok) onChanged(answer.data)
    say(answer.ok ? words.cancelled : answer.unreachable ? t.publishing.unreachable : words.cancelFailed)
  }
  return (
    <div class="notify-told">
      <blockquote>
        <strong>{message.title}</strong>
        <p>{message.text}</p>
      </blockquote>
      <div role="status">
        {!waits && message.state !== 'cancelled' && <strong>{words.sent(when)}</strong>}
        {outcomeOf(message, t, when).map((sentence) => (
          <p key={sentence}>{sentence}</p>
        ))}
      </div>
      <p class="muted">{waits ? words.plannedNote : corrected}</p>
      {!ringing.plan.on && (
        <div class="notify-deeds">
          {waits && (
            <Button small icon="write" onPress={() => ringing.change({ on: true, title: message.title, text: message.text, insist: false })}>
              {words.change}
            </Button>
          )}
          {(waits || rest) && (
            <Button small onPress={() => void cancel()}>
              {waits ? words.cancel : words.cancelRest}
            </Button>
          )}
          {!waits && (
            <Button small onPress={() => ringing.change({ on: true, title: message.title, text: message.text, insist: true })}>
              {words.again}
            </Button>
          )}
        </div>
      )}
    </div>
  )
}
