// SPDX-License-Identifier: EUPL-1.2
/** What residents suggest: the open ones whole, each with its two answers; below what was decided. */

import type { ComponentChildren } from 'preact'
import { useState } from 'preact/hooks'
import { staff } from '../../api/staff'
import { telOf } from '../../ui/phone'
import { navigate } from '../../ui/router'
import { momentWords, showDay } from '../compose/moments'
import { useWords } from '../i18n'
import { Badge } from '../ui/badge'
import { Button } from '../ui/button'
import { Dialog } from '../ui/dialog'
import { Empty } from '../ui/empty'
import { TextArea } from '../ui/fields'
import { Gate } from '../ui/gate'
import { ListPage } from '../ui/page'
import { Row, RowCard } from '../ui/rows'
import { say } from '../ui/toasts'
import './dates.scss'
import { LIST } from './model'
import { useSuggestions, type Suggestion } from './suggestions'
import { dayOf } from '../compose/days'
import { clockOf } from './timing'

const MAX_NOTE = 500
const LOOKS = {
  received: { tone: 'waiting', icon: 'clock' },
  accepted: { tone: 'planned', icon: 'write' },
  published: { tone: 'good', icon: 'check' },
  declined: { tone: 'neutral', icon: 'close' },
} as const

function useWhen(): (suggestion: Suggestion) => string {
  const { t, language } = useWords()
  return ({ start, end, all_day }) => {
    const day = showDay(dayOf(start), language)
    const last = end !== null && end.slice(0, 10) !== start.slice(0, 10) ? showDay(dayOf(end), language) : undefined
    const words = t.events.when
    if (all_day) return [day, last].filter(Boolean).join(` ${words.to} `)
    return `${day}, ${words.uhr(clockOf(start), end === null ? null : [last, clockOf(end)].filter(Boolean).join(', '))}`
  }
}

export function SuggestionsPage() {
  const { t } = useWords()
  const words = t.suggestions
  const list = useSuggestions()
  const [refusing, setRefusing] = useState<Suggestion>()
  const path = ({ id }: Suggestion) => ({ path: { suggestion_id: id } })
  /** What came of a decision; somebody else may have been faster. */
  const failed = (answer: { unreachable?: boolean; status?: number }) => {
    say(answer.unreachable ? t.publishing.unreachable : answer.status === 409 ? words.moved : words.failed)
    void list.reload()
  }
  const accept = async (suggestion: Suggestion) => {
    const answer = await staff.POST('/api/v1/staff/events/suggestions/{suggestion_id}/acceptance', { params: path(suggestion) })
    if (!answer.ok) return failed(answer)
    await list.reload()
    if (answer.data.event_id !== null) navigate(`${LIST}/${answer.data.event_id}`)
    say(words.accepted)
  }
  const refuse = async (suggestion: Suggestion, note: string) => {
    const answer = await staff.POST('/api/v1/staff/events/suggestions/{suggestion_id}/refusal', { params: path(suggestion), body: { note } })
    setRefusing(undefined)
    if (!answer.ok) return failed(answer)
    say(words.refused)
    await list.reload()
  }
  return (
    <ListPage
      title={words.title}
      sub={words.sub}
      action={
        <Button icon="back" href={LIST}>
          {t.events.title}
        </Button>
      }
    >
      <Gate of={list}>
        {(rows) => {
          const open = rows.filter(({ state }) => state === 'received')
          const decided = rows.filter(({ state }) => state !== 'received')
          return (
            <>
              {open.length === 0 ? (
                <Empty icon="mail" title={words.emptyTitle} text={words.empty} />
              ) : (
                <section class="suggestions">
                  <h2 class="group-heading">
                    {words.open} <span class="count">{open.length}</span>
                  </h2>
                  {open.map((suggestion) => (
                    <Open key={suggestion.id} suggestion={suggestion} onAccept={() => void accept(suggestion)} onRefuse={() => setRefusing(suggestion)} />
                  ))}
                </section>
              )}
              {decided.length > 0 && (
                <RowCard heading={words.decided} count={decided.length}>
                  {decided.map((suggestion) => (
                    <Decided key={suggestion.id} suggestion={suggestion} />
                  ))}
                </RowCard>
              )}
            </>
          )
        }}
      </Gate>
      {refusing && <RefuseDialog suggestion={refusing} onRefuse={(note) => refuse(refusing, note)} onClose={() => setRefusing(undefined)} />}
    </ListPage>
  )
}

function Open({ suggestion, onAccept, onRefuse }: { suggestion: Suggestion; onAccept(): void; onRefuse(): void }) {
  const { t, language } = useWords()
  const words = t.suggestions
  const when = useWhen()
  const { title, place, organiser, description, link, contact, received_at } = suggestion
  return (
    <article class="card suggestion">
      <header>
        <h3>{title}</h3>
        <p class="muted">{words.received(momentWords(new Date(received_at), new Date(), language))}</p>
      </header>
      <dl>
        <Line term={words.when}>{when(suggestion)}</Line>
        {place !== '' && <Line term={words.where}>{place}</Line>}
        {organiser !== '' && <Line term={words.who}>{organiser}</Line>}
        {description !== '' && <Line term={words.what}>{description}</Line>}
        {link !== null && (
          <Line term={words.link}>
            <a href={link} target="_blank" rel="noopener noreferrer">
              {link}
            </a>
          </Line>
        )}
        <Line term={words.contact}>
          {contact === null ? (
            words.contactGone
          ) : (
            <>
              {contact.name} {contact.email && <a href={`mailto:${contact.email}`}>{contact.email}</a>} {contact.phone && <a href={telOf(contact.phone)}>{contact.phone}</a>}
              <span class="muted">{words.contactKept}</span>
            </>
          )}
        </Line>
      </dl>
      <div class="suggestion-deeds">
        <Button label={`${words.accept}: ${title}`} icon="write" onPress={onAccept}>
          {words.accept}
        </Button>
        <Button kind="plain" label={`${words.refuse} ${title}`} onPress={onRefuse}>
          {words.refuse}
        </Button>
      </div>
    </article>
  )
}

function Line({ term, children }: { term: string; children: ComponentChildren }) {
  return (
    <>
      <dt>{term}</dt>
      <dd>{children}</dd>
    </>
  )
}

function Decided({ suggestion }: { suggestion: Suggestion }) {
  const { t, language } = useWords()
  const words = t.suggestions
  const when = useWhen()
  const { title, state, note, event_id, decided_by, decided_at } = suggestion
  const who = decided_at === null ? '' : words.by(decided_by ?? t.compose.somebody, momentWords(new Date(decided_at), new Date(), language))
  const line = [when(suggestion), note].filter(Boolean).join(' · ')
  const look = <Badge {...LOOKS[state]}>{words.state[state]}</Badge>
  if (event_id !== null) return <Row href={`${LIST}/${event_id}`} icon="cal" title={title} line={line} state={look} time={who} chevron />
  return (
    <li class="row">
      <div class="row-words">
        <h3>{title}</h3>
        <p class="row-line">{line}</p>
      </div>
      <div class="row-state">
        {look}
        <p class="row-line">{who}</p>
      </div>
    </li>
  )
}

function RefuseDialog({ suggestion, onRefuse, onClose }: { suggestion: Suggestion; onRefuse(note: string): Promise<void>; onClose(): void }) {
  const { t } = useWords()
  const words = t.suggestions
  const [note, setNote] = useState('')
  const [error, setError] = useState<string>()
  const send = () => {
    if (note.trim() === '') {
      setError(words.refuseMissing)
      document.getElementById('refuse-note')?.focus()
    } else void onRefuse(note.trim().slice(0, MAX_NOTE))
  }
  return (
    <Dialog
      open
      title={words.refuseTitle(suggestion.title)}
      onClose={onClose}
      actions={
        <>
          <Button kind="main" onPress={send}>
            {words.refuseSend}
          </Button>
          <Button kind="plain" onPress={onClose}>
            {t.compose.cancel}
          </Button>
        </>
      }
    >
      <TextArea id="refuse-note" label={words.refuseNote} help={words.refuseHelp} value={note} advice={MAX_NOTE} error={error} onInput={setNote} />
    </Dialog>
  )
}
