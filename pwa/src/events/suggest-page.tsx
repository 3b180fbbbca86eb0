// SPDX-License-Identifier: EUPL-1.2
/** Suggest an event: no account, what one writes survives a reload, sending twice is sending once. */

import { useEffect, useRef, useState } from 'preact/hooks'
import { suggest, type SuggestionAnswer } from '../api/suggestions'
import type { Bootstrap } from '../api/types'
import { useTexts } from '../i18n'
import { dayOf } from '../i18n/dates'
import { dropDraft, emptyDraft, keepDraft, keepSent, readDraft, sentSuggestions, type Draft } from '../offline/suggestions'
import { ErrorSummary } from '../ui/form/errors'
import { Check, TextArea, TextField } from '../ui/form/fields'
import { Page } from '../ui/frame'
import { Row, Rows } from '../ui/list'
import { navigate } from '../ui/router'
import './events.scss'
import { complaints, suggestionOf, type Field } from './suggestion'
import { useWords } from './words'

type Trouble = 'offline' | 'often' | 'refused' | 'earlier'
const TROUBLE: Record<Exclude<SuggestionAnswer['kind'], 'done'>, Trouble> = { unreachable: 'offline', often: 'often', refused: 'refused', gone: 'refused', taken: 'earlier' }

export function SuggestPage({ boot }: { boot: Bootstrap }) {
  const { t } = useTexts()
  const words = useWords()
  const s = words.suggest
  const [draft, setDraft] = useState(readDraft)
  const [round, setRound] = useState(0)
  const [busy, setBusy] = useState(false)
  const [trouble, setTrouble] = useState<Trouble>()
  const trap = useRef<HTMLInputElement>(null)
  const touched = useRef(false)
  useEffect(() => {
    if (touched.current) keepDraft(draft)
  }, [draft])
  const today = dayOf(new Date())
  // On the first try only; from then on what is put right vanishes at once.
  const wrong = round === 0 ? [] : complaints(draft, today)
  const set = <Name extends keyof Draft>(name: Name) => (value: Draft[Name]) => {
    touched.current = true
    setDraft((before) => ({ ...before, [name]: value }))
  }
  const errorOf = (...fields: Field[]) => {
    const found = wrong.find(([field]) => fields.includes(field))
    return found && s.errors[found[1]]
  }
  const send = async () => {
    setRound(round + 1)
    setTrouble(undefined)
    if (complaints(draft, today).length > 0) return
    setBusy(true)
    const answer = await suggest(suggestionOf(draft, trap.current?.value ?? '', Date.now()), draft.secret)
    setBusy(false)
    if (answer.kind === 'taken') {
      keepSent(draft)
      touched.current = true
      const { id, secret } = emptyDraft()
      setDraft((before) => ({ ...before, id, secret }))
    }
    if (answer.kind !== 'done') return setTrouble(TROUBLE[answer.kind])
    keepSent(draft)
    navigate(`/termine/vorschlag/${draft.id}#${draft.secret}`, { replace: true })
  }
  const sent = sentSuggestions()
  const text = (name: keyof Draft & Field) => ({ id: name, value: draft[name], onInput: set(name), error: errorOf(name) })
  return (
    <Page title={(wrong.length > 0 ? s.errorTitle : '') + s.title} heading={false} back={{ href: '/termine', label: t.tabs.events }}>
      <h1 tabIndex={-1}>{s.title}</h1>
      <p class="lead muted">{s.lead}</p>
      {sent.length > 0 && (
        <section>
          <h2 class="small-head">{s.own}</h2>
          <Rows>
            {sent.map(({ id, title }) => (
              <Row key={id} icon="cal" label={title} href={`/termine/vorschlag/${id}`} rel="nofollow" />
            ))}
          </Rows>
        </section>
      )}
      <form
        class="form"
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          if (!busy) void send()
        }}
      >
        <ErrorSummary round={round} title={s.missing(wrong.length)} items={wrong.map(([field, complaint]) => ({ field, text: s.errors[complaint] }))} />
        <fieldset>
          <legend>{s.what}</legend>
          <TextField {...text('title')} label={s.name} hint={s.nameHint} />
          <Check id="allDay" label={s.allDay} checked={draft.allDay} onChange={set('allDay')} />
          <div class="field-pair" role="group" aria-label={s.starts}>
            <TextField {...text('startDay')} type="date" min={today} label={`${s.starts}: ${s.day}`} />
            {!draft.allDay && <TextField {...text('startTime')} type="time" label={`${s.starts}: ${s.time}`} />}
          </div>
          <div class="field-pair" role="group" aria-label={s.ends}>
            <TextField {...text('endDay')} type="date" min={draft.startDay || today} label={`${s.ends}: ${s.day}`} optional={s.optional} />
            {!draft.allDay && <TextField {...text('endTime')} type="time" label={`${s.ends}: ${s.time}`} />}
          </div>
          <TextField {...text('place')} label={s.place} hint={s.placeHint} />
          <TextField id="organiser" maxLength={120} value={draft.organiser} onInput={set('organiser')} label={s.organiser} optional={s.optional} />
          <TextArea id="description" value={draft.description} onInput={set('description')} label={s.description} hint={s.descriptionHint} optional={s.optional} />
          <TextField {...text('link')} type="url" maxLength={2000} label={s.link2} hint={s.linkHint} optional={s.optional} />
        </fieldset>
        <fieldset>
          <legend>{s.who}</legend>
          <p class="meta">{s.whoHint}</p>
          <TextField {...text('name')} label={s.person} autocomplete="name" maxLength={120} />
          <TextField {...text('email')} type="email" label={s.email} hint={s.either} autocomplete="email" maxLength={254} />
          <TextField id="phone" value={draft.phone} onInput={set('phone')} type="tel" label={s.phone} autocomplete="tel" maxLength={60} />
        </fieldset>
        <div class="trap" aria-hidden="true">
          <label for="website">{s.trap}</label>
          <input id="website" name="website" ref={trap} tabIndex={-1} autocomplete="off" />
        </div>
        <div>
          <div role="alert">{trouble && <p class="failure">{s.trouble[trouble]}</p>}</div>
          <button type="submit" class="kern-btn kern-btn--primary kern-btn--block" aria-busy={busy}>
            <span class="kern-label">{busy ? s.sending : s.send}</span>
          </button>
          <p class="meta form-after">
            {s.kept}{' '}
            <button
              type="button"
              class="link-button"
              onClick={() => {
                dropDraft()
                touched.current = false
                setRound(0)
                setDraft(emptyDraft())
              }}
            >
              {s.discard}
            </button>
          </p>
          <p class="meta">
            {boot.pages
              .filter(({ role }) => role === 'privacy')
              .map(({ slug, title }) => (
                <a key={slug} class="tall" href={`/seiten/${slug}`} lang={boot.tenant.language}>
                  {title}
                </a>
              ))}
          </p>
        </div>
      </form>
    </Page>
  )
}
