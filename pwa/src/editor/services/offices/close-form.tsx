// SPDX-License-Identifier: EUPL-1.2
/** "Heute geschlossen": why, until when, what residents can do instead; ends by itself, and can be taken back. */

import type { ComponentChildren } from 'preact'
import { useState } from 'preact/hooks'
import { dayOf as today, dayWords } from '../../../i18n/dates'
import { addDays, nextAfter } from '../../../services/hours'
import { DayField } from '../../compose/day-fields'
import { useWords } from '../../i18n'
import { useAudience } from '../../push/api'
import { useSession } from '../../session'
import { Button } from '../../ui/button'
import { FilterChips } from '../../ui/chips'
import { ErrorSummary, type FieldError } from '../../ui/errors'
import { Checkbox, TextArea, TextField } from '../../ui/fields'
import { say } from '../../ui/toasts'
import { ClosedPreview } from './closed-preview'
import { choiceAt, closureText, namesIllness } from './closing'
import { closeOffice, reopenOffice, timesOf, type Office } from './offices'
import { bareClock } from './week'
import { useDays } from './words'

const REASONS = ['none', 'training', 'technology', 'other'] as const
type Reason = (typeof REASONS)[number]
/** So long may it be on the server. */
const INSTEAD = 200
type Until = 'only' | 'also' | 'later'

/** Who wants news of the town hall hears of it. */
const TOPICS = ['news:rathaus']

/** From here on the weekday alone could be another one. */
const WEEK = 6

interface Props {
  office: Office
  /** The office as it is now; also after it was opened again. */
  onChanged(office: Office): void
  /** Nothing stands above it: the focus begins here. */
  alone?: boolean
  onClose(): void
}

export function CloseForm({ office, alone = false, onChanged, onClose }: Props) {
  const { t, language } = useWords()
  const words = t.offices.close
  const day = useDays()
  const { holidays, modules } = useSession()
  const [now] = useState(() => new Date())
  const times = timesOf(office, holidays)
  const { first, today: startsToday, next } = choiceAt(times, now)
  const [reason, setReason] = useState<Reason>('none')
  const [other, setOther] = useState('')
  const [until, setUntil] = useState<Until>('only')
  const [later, setLater] = useState<string | null>(null)
  const [unread, setUnread] = useState(false)
  const [instead, setInstead] = useState<string>()
  const hasNews = modules.includes('news')
  const [news, setNews] = useState(hasNews)
  const [notify, setNotify] = useState(false)
  const devices = useAudience(hasNews && modules.includes('push') ? TOPICS : [], false, null).data?.devices ?? 0
  const [errors, setErrors] = useState<FieldError[]>([])
  const [busy, setBusy] = useState(false)

  const last = until === 'only' ? first : until === 'also' ? (next?.day ?? first) : later
  const back = nextAfter(times, last ?? first)
  const soon = back !== null && back.day <= addDays(today(now), WEEK)
  const backDay = back === null ? '' : dayWords(back.day, language, soon ? { weekday: 'long' } : { weekday: 'long', day: 'numeric', month: 'long' })
  const begun = back === null ? '' : words.back(backDay, language === 'de' ? `${bareClock(back.time, language)} Uhr` : bareClock(back.time, language))
  const text = instead ?? begun
  const said = reason === 'none' ? '' : reason === 'other' ? other.trim() : words.reasons[reason]
  const faultOf = (field: string) => errors.find((each) => each.field === field)?.text

  const close = async (event: Event) => {
    event.preventDefault()
    if (unread) return document.getElementById('close-last')?.focus()
    const found: FieldError[] = []
    if (reason === 'other' && said === '') found.push({ field: 'close-other', text: words.otherMissing })
    if (last === null) found.push({ field: 'close-last', text: t.offices.exceptionMissing })
    else if (last < first) found.push({ field: 'close-last', text: t.offices.exceptionOrder })
    setErrors(found)
    if (found.length > 0 || last === null || busy) return
    setBusy(true)
    const answer = await closeOffice(office, { first_day: first, last_day: last, reason: said || null, instead: text.trim(), news, notify: news && notify })
    setBusy(false)
    if (!answer.ok) return setErrors([{ text: answer.unreachable ? t.publishing.unreachable : answer.status === 422 ? t.offices.refused : t.offices.failed }])
    onChanged(answer.data)
    onClose()
    const undo = async () => {
      const opened = await reopenOffice(office)
      if (opened.ok) onChanged(opened.data)
      say(opened.ok ? words.reopened(office.name) : t.offices.failed)
    }
    say(startsToday ? words.doneToday(office.name) : words.done(office.name, day(first)), { undo: () => void undo() })
  }
  return (
    <form class="sheet-form close-form" noValidate onSubmit={(event) => void close(event)} onKeyDown={(event) => event.key === 'Enter' && (event.ctrlKey || event.metaKey) && void close(event)}>
      <ErrorSummary items={errors} />
      <Choice label={words.why}>
        <FilterChips first={alone} label={words.why} value={reason} options={REASONS.map((value) => ({ value, label: words.reasons[value] }))} onChoose={(value) => setReason(value as Reason)} />
        <p class={`field-help${namesIllness(`${other} ${text}`) ? ' is-named' : ''}`} role="status">
          {words.illness}
        </p>
        {reason === 'other' && <TextField id="close-other" label={words.other} value={other} error={faultOf('close-other')} onInput={setOther} />}
      </Choice>
      <Choice label={words.untilWhen}>
        <FilterChips
          label={words.untilWhen}
          value={until}
          options={[
            { value: 'only', label: startsToday ? words.onlyToday : words.only(day(first)) },
            ...(next === null ? [] : [{ value: 'also', label: words.also(day(next.day)) }]),
            { value: 'later', label: words.later },
          ]}
          onChoose={(value) => setUntil(value as Until)}
        />
        {until === 'later' && <DayField id="close-last" label={words.last} value={later} error={faultOf('close-last')} onChange={setLater} onProblem={setUnread} />}
      </Choice>
      <TextArea id="close-instead" label={words.instead} optional rows={2} advice={INSTEAD} value={text} onInput={setInstead} />
      {hasNews && <Checkbox id="close-news" label={words.news} checked={news} onChange={setNews} />}
      {news && devices > 0 && <Checkbox id="close-notify" label={words.notify(devices)} checked={notify} onChange={setNotify} />}
      <ClosedPreview name={office.name} state={startsToday ? words.today : words.on(day(first))} text={closureText(said, text)} />
      <div class="sheet-foot">
        <Button kind="main" icon="door" submit busy={busy} keys="ctrl+enter">
          {startsToday ? words.deedToday : words.deed(day(first))}
        </Button>
        <Button onPress={onClose}>{t.offices.cancel}</Button>
      </div>
    </form>
  )
}

function Choice({ label, children }: { label: string; children: ComponentChildren }) {
  return (
    <div class="close-choice">
      <strong aria-hidden="true">{label}</strong>
      {children}
    </div>
  )
}
