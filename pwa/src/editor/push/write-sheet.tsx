// SPDX-License-Identifier: EUPL-1.2
/** A notification without an item behind it: for whom, what it says, when; the button names how many devices. */

import { useState } from 'preact/hooks'
import { MomentFields } from '../compose/when-fields'
import { momentWords, nextMorning } from '../compose/moments'
import type { WhenProblem } from '../compose/when'
import { useWords } from '../i18n'
import { Button } from '../ui/button'
import { ErrorSummary, type FieldError } from '../ui/errors'
import { Checkbox, Segmented, TextArea, TextField } from '../ui/fields'
import { Icon } from '../ui/icon'
import { Sheet } from '../ui/sheet'
import { say } from '../ui/toasts'
import { announce, useAudience } from './api'
import { AudiencePanel } from './audience'
import { ADVICE, isGreat, lacksOf, topicWords } from './model'

interface Props {
  open: boolean
  /** The topics one can choose, by what they are called. */
  names: Record<string, string>
  onClose(): void
  onSent(): void
}

/** Where residents find its words again. */
const READ_AT = '/mehr/mitteilungen'
const FIELDS: Record<string, string> = { ring_topic: 'own-topics', ring_title: 'ring-title', ring_long: 'ring-title', ring_when: 'ring-when' }

export function WriteSheet({ open, onClose, ...rest }: Props) {
  const { t } = useWords()
  return (
    <Sheet title={t.push.list.write} open={open} onClose={onClose}>
      <Form {...rest} />
    </Sheet>
  )
}

function Form({ names, onSent }: Pick<Props, 'names' | 'onSent'>) {
  const { t, language } = useWords()
  const words = t.push.own
  // Made once: pressing twice, or again after a lost answer, rings once.
  const [id] = useState(() => crypto.randomUUID())
  const [topics, setTopics] = useState<string[]>([])
  const [title, setTitle] = useState('')
  const [text, setText] = useState('')
  const [urgent, setUrgent] = useState(false)
  const [at, setAt] = useState<string | null>(null)
  const [whenProblem, setWhenProblem] = useState<WhenProblem>()
  const [lacks, setLacks] = useState<string[]>([])
  const [asking, setAsking] = useState(false)
  const [busy, setBusy] = useState(false)
  const audience = useAudience(topics, urgent, at)
  const choices = Object.entries(names).map(([topic, name]) => ({ topic, name }))
  const lackWords: Record<string, string> = t.push.lacks
  const errors: FieldError[] = lacks.map((lack) => ({ field: FIELDS[lack], text: lack === 'ring_topic' ? words.topicsMissing : (lackWords[lack] ?? lack) }))

  const send = async () => {
    setAsking(false)
    setBusy(true)
    const answer = await announce({ id, title: title.trim(), text: text.trim(), topics, urgent, url: READ_AT, due_at: at, expires_at: null })
    setBusy(false)
    if (!answer.ok) return say(answer.unreachable ? words.unreachable : words.failed)
    say(at === null ? words.done : words.donePlan(momentWords(new Date(at), new Date(), language)))
    onSent()
  }
  const press = (event: Event) => {
    event.preventDefault()
    const late = at !== null && Date.parse(at) <= Date.now()
    const found = [...lacksOf({ title, text }, topics), ...(late || whenProblem !== undefined ? ['ring_when'] : [])]
    setLacks(found)
    if (found.length > 0 || busy) return
    if (isGreat(urgent, audience.data?.devices)) setAsking(true)
    else void send()
  }
  const count = audience.data?.devices ?? 0
  return (
    <form class="sheet-form" onSubmit={press} noValidate>
      <p class="muted">{words.hint}</p>
      {errors.length > 0 && <ErrorSummary items={errors} />}
      <fieldset class="ring-topics" id="own-topics" tabIndex={-1}>
        <legend>
          <strong>{words.topics}</strong>
        </legend>
        {choices.map(({ topic, name }) => (
          <Checkbox
            key={topic}
            id={`topic-${topic.replace(':', '-')}`}
            label={name}
            checked={topics.includes(topic)}
            onChange={(on) => setTopics(choices.map((choice) => choice.topic).filter((each) => (each === topic ? on : topics.includes(each))))}
          />
        ))}
      </fieldset>
      <TextField id="ring-title" label={t.push.titleField} value={title} advice={ADVICE.title} error={lacks.includes('ring_title') ? t.push.fixes.ring_title : undefined} onInput={setTitle} />
      <TextArea id="ring-text" label={t.push.textField} rows={2} oneParagraph value={text} advice={ADVICE.text} onInput={setText} />
      <Checkbox id="ring-urgent" label={words.urgent} help={words.urgentHelp} checked={urgent} onChange={setUrgent} />
      <Segmented
        id="ring-mode"
        label={words.when}
        value={at === null ? 'now' : 'planned'}
        options={[
          { value: 'now', label: words.now },
          { value: 'planned', label: words.planned },
        ]}
        onChoose={(mode) => {
          setWhenProblem(undefined)
          setAt(mode === 'now' ? null : nextMorning(new Date()).toISOString())
        }}
      />
      {at !== null && (
        <MomentFields
          id="ring-when"
          label={words.at}
          value={at}
          error={lacks.includes('ring_when') ? words.past : undefined}
          onChange={(moment, problem) => {
            setWhenProblem(problem)
            setAt(moment)
          }}
        />
      )}
      <AudiencePanel
        audience={audience}
        topics={topicWords(topics, names, t)}
        nobody={words.topicsMissing}
        test={{ title: title.trim(), text: text.trim(), url: READ_AT, urgent }}
        ready={() => {
          if (title.trim() === '') document.getElementById('ring-title')?.focus()
          return title.trim() !== ''
        }}
      />
      {asking ? (
        // In the place of the button: a question over a question would hide what it is about.
        <div class="notify-note" role="alert">
          <Icon name="bell" />
          <div>
            <p>{at === null ? t.push.confirmText(count) : t.push.confirmPlanned(count, momentWords(new Date(at), new Date(), language))}</p>
            <div class="notify-deeds">
              <Button kind="main" onPress={() => void send()}>
                {at === null ? t.push.sendTo(count) : t.push.planFor(count)}
              </Button>
              <Button onPress={() => setAsking(false)}>{t.push.back}</Button>
            </div>
          </div>
        </div>
      ) : (
        <Button kind="main" submit busy={busy}>
          {at !== null ? words.plan : count === 0 ? t.push.send : t.push.sendTo(count)}
        </Button>
      )}
    </form>
  )
}
