// SPDX-License-Identifier: EUPL-1.2
/** Days on which the series does not take place, and days on which it does besides. What hits no date is answered, not kept. */

import { useEffect, useRef, useState } from 'preact/hooks'
import { showDay } from '../compose/moments'
import { readDay } from '../compose/when'
import { Picker } from '../compose/when-fields'
import { useWords } from '../i18n'
import { Button } from '../ui/button'
import { Dialog } from '../ui/dialog'
import { TextField } from '../ui/fields'
import { Icon } from '../ui/icon'
import { askDates } from './dates'
import { groupsOf } from './except-groups'
import { HolidaysSheet } from './holidays-sheet'
import type { Excluded } from './model'
import { dayOf, dayText } from '../compose/days'
import { exclude } from './timing'
import type { WhenProps } from './when-card'

const PAUSE_MS = 400

export function ExceptFields({ when, onChange }: WhenProps) {
  const { t, language } = useWords()
  const words = t.events.except
  const [holidays, setHolidays] = useState(false)
  const [reasoned, setReasoned] = useState<Excluded[]>()
  const { timing } = when
  const day = (at: string) => showDay(dayOf(at), language)
  const put = (excluded: Excluded[]) => onChange({ ...when, timing: { ...timing, excluded } })
  const without = (gone: Excluded[]) => put(timing.excluded.filter((one) => !gone.includes(one)))
  return (
    <div class="except" role="group" aria-labelledby="event-except-title">
      <h3 id="event-except-title">{words.title}</h3>
      <div class="chips-line">
        {groupsOf(timing.excluded).map((group) => {
          const [first] = group
          if (first === undefined) return null
          const name = group.length > 1 ? words.group(first.reason ?? '', group.length) : day(first.at)
          return (
            <span key={first.at} class="day-chip">
              <button type="button" class="day-chip-words" onClick={() => setReasoned(group)}>
                {name} {group.length === 1 && first.reason && <span class="muted">{first.reason}</span>}
              </button>
              <button type="button" class="day-chip-remove" aria-label={words.remove(name)} title={words.remove(name)} onClick={() => without(group)}>
                <Icon name="close" size={18} />
              </button>
            </span>
          )
        })}
        <TypedDay
          id="event-except"
          label={words.field}
          placeholder={words.placeholder}
          answer={async (typed) => {
            if (timing.excluded.some(({ at }) => at.startsWith(typed))) return words.already(day(typed))
            const dates = await askDates({ ...when, timing: exclude(timing, [typed], null) })
            const miss = dates?.misses.find(({ at }) => at === typed)
            return miss && words.miss(day(typed), miss.next === null ? null : day(miss.next))
          }}
          onTake={(typed) => onChange({ ...when, timing: exclude(timing, [typed], null) })}
        />
        <Button small kind="plain" onPress={() => setHolidays(true)}>
          {words.holidays}
        </Button>
      </div>
      {holidays && <HolidaysSheet when={when} onChange={onChange} onClose={() => setHolidays(false)} />}
      {reasoned && (
        <ReasonDialog
          of={reasoned}
          name={reasoned.length > 1 ? words.group(reasoned[0]?.reason ?? '', reasoned.length) : day(reasoned[0]?.at ?? '')}
          onBack={() => without(reasoned)}
          onSave={(reason) => put(timing.excluded.map((one) => (reasoned.includes(one) ? { ...one, reason } : one)))}
          onClose={() => setReasoned(undefined)}
        />
      )}
    </div>
  )
}

/** Further days, with the times of the first. */
export function ExtraFields({ when, onChange }: WhenProps) {
  const { t, language } = useWords()
  const words = t.events.extra
  const { timing } = when
  const day = (at: string) => showDay(dayOf(at), language)
  const time = timing.all_day ? '' : (timing.start ?? '').slice(10)
  const put = (extra: string[]) => onChange({ ...when, timing: { ...timing, extra: [...new Set(extra)].sort() } })
  const [asked, setAsked] = useState(false)
  if (!asked && timing.extra.length === 0)
    return (
      <div class="except">
        <Button small kind="plain" icon="plus" onPress={() => (setAsked(true), setTimeout(() => document.getElementById('event-extra')?.focus()))}>
          {words.add}
        </Button>
      </div>
    )
  return (
    <div class="except" role="group" aria-labelledby="event-extra-title">
      <h3 id="event-extra-title">{timing.rrule === null ? words.alone : words.title}</h3>
      <div class="chips-line">
        {timing.extra.map((at) => (
          <span key={at} class="day-chip">
            <span class="day-chip-words">{day(at)}</span>
            <button type="button" class="day-chip-remove" aria-label={words.remove(day(at))} title={words.remove(day(at))} onClick={() => put(timing.extra.filter((each) => each !== at))}>
              <Icon name="close" size={18} />
            </button>
          </span>
        ))}
        <TypedDay id="event-extra" label={words.field} placeholder={t.events.except.placeholder} answer={async () => undefined} onTake={(typed) => put([...timing.extra, typed + time])} />
      </div>
    </div>
  )
}

interface TypedProps {
  id: string
  label: string
  placeholder: string
  /** Why this day is not taken; undefined: it is. */
  answer(day: string): Promise<string | undefined>
  onTake(day: string): void
}

/** A day that one types or picks; it is answered while one types and taken with Enter or on leaving. */
function TypedDay({ id, label, placeholder, answer, onTake }: TypedProps) {
  const { t } = useWords()
  const [text, setText] = useState('')
  const [said, setSaid] = useState<string>()
  // The answer takes its time: what came into the form meanwhile stays there.
  const latest = useRef(onTake)
  latest.current = onTake
  const read = (typed: string) => {
    const found = readDay(typed, new Date())
    return found.ok ? dayText(found.value) : undefined
  }
  useEffect(() => {
    setSaid(undefined)
    const day = read(text)
    if (day === undefined) return
    let wanted = true
    const timer = setTimeout(() => void answer(day).then((sentence) => wanted && setSaid(sentence)), PAUSE_MS)
    return () => {
      wanted = false
      clearTimeout(timer)
    }
    // What is said belongs to what was typed.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [text])
  const take = async (typed: string) => {
    if (typed.trim() === '') return
    const day = read(typed)
    const sentence = day === undefined ? t.compose.when.date : await answer(day)
    setSaid(sentence)
    if (day === undefined || sentence !== undefined) return
    setText('')
    latest.current(day)
  }
  return (
    <>
      <span class="typed-day">
        <input
          id={id}
          class="input"
          type="text"
          autocomplete="off"
          enterkeyhint="done"
          aria-label={label}
          aria-describedby={said === undefined ? undefined : `${id}-said`}
          placeholder={placeholder}
          value={text}
          onInput={(event) => setText(event.currentTarget.value)}
          onBlur={() => void take(text)}
          onKeyDown={(event) => {
            if (event.key !== 'Enter' || event.ctrlKey) return
            event.preventDefault()
            void take(text)
          }}
        />
        <Picker value={read(text) ?? ''} onPick={(day) => (setText(day), void take(day))} />
      </span>
      <div class="chips-said" role="status">
        {said !== undefined && (
          <p class="info-box" id={`${id}-said`}>
            <Icon name="info" />
            <span>{said}</span>
          </p>
        )}
      </div>
    </>
  )
}

interface ReasonProps {
  of: Excluded[]
  name: string
  onBack(): void
  onSave(reason: string | null): void
  onClose(): void
}

function ReasonDialog({ of, name, onBack, onSave, onClose }: ReasonProps) {
  const { t } = useWords()
  const words = t.events.except
  const [reason, setReason] = useState(of[0]?.reason ?? '')
  return (
    <Dialog
      open
      title={words.reasonTitle(name)}
      onClose={onClose}
      actions={
        <>
          <Button
            kind="main"
            onPress={() => {
              onSave(reason.trim() === '' ? null : reason.trim().slice(0, 200))
              onClose()
            }}
          >
            {words.save}
          </Button>
          <Button
            onPress={() => {
              onBack()
              onClose()
            }}
          >
            {words.back}
          </Button>
        </>
      }
    >
      <TextField id="event-reason" label={words.reason} optional help={words.reasonHelp} value={reason} onInput={setReason} />
    </Dialog>
  )
}
