// SPDX-License-Identifier: EUPL-1.2
/** Dates as fields: typed or picked, read back with weekday when one leaves them. Knows no feature. */

import { useEffect, useRef, useState } from 'preact/hooks'
import { useWords } from '../i18n'
import { TextField } from '../ui/fields'
import { Icon } from '../ui/icon'
import { readEnd, showDay, showEnd, showTime } from './moments'
import { readMoment, wallOf, type Typed, type WhenProblem } from './when'

interface Props {
  id: string
  label: string
  value: string | null
  /** `problem` is what stands in the field and is no moment; the value is kept then. */
  onChange(value: string | null, problem: WhenProblem | undefined): void
  error?: string
}

/** The device's own calendar beside the typed day; `value` is "2026-12-08" or nothing. */
export function Picker({ value, onPick }: { value: string; onPick(day: string): void }) {
  const { t } = useWords()
  const input = useRef<HTMLInputElement>(null)
  return (
    <span class="when-picker">
      <button type="button" class="icon-button" aria-label={t.compose.pickDay} title={t.compose.pickDay} onClick={() => input.current?.showPicker()}>
        <Icon name="cal" />
      </button>
      <input ref={input} type="date" tabIndex={-1} aria-hidden="true" value={value} onChange={(event) => event.currentTarget.value && onPick(event.currentTarget.value)} />
    </span>
  )
}

function dayOf(moment: Date | undefined): string {
  const wall = moment && wallOf(moment)
  return wall ? `${wall.year}-${String(wall.month).padStart(2, '0')}-${String(wall.day).padStart(2, '0')}` : ''
}

type Language = ReturnType<typeof useWords>['language']

function shownMoment(iso: string | null, language: Language): { day: string; time: string } {
  const wall = iso === null ? undefined : wallOf(new Date(iso))
  return { day: wall ? showDay(wall, language) : '', time: wall ? showTime(wall) : '' }
}

function shownEnd(iso: string | null, language: Language): string {
  return iso === null ? '' : showEnd(new Date(iso), language)
}

/** Day and time apart; a time typed behind the day finds its own field. */
export function MomentFields({ id, label, value, onChange, error }: Props) {
  const { t, language } = useWords()
  const [text, setText] = useState(() => shownMoment(value, language))
  const [problem, setProblem] = useState<{ at: 'day' | 'time'; what: WhenProblem }>()
  const known = useRef(value)
  useEffect(() => {
    if (value === known.current) return
    known.current = value
    setText(shownMoment(value, language))
    setProblem(undefined)
  }, [value, language])
  const settle = (day: string, time: string) => {
    const { found, at } = readMoment(day, time, new Date())
    const bad = found.ok ? undefined : found.problem
    setProblem(bad && { at, what: bad })
    if (found.ok) {
      known.current = found.value.toISOString()
      setText(shownMoment(known.current, language))
    }
    onChange(known.current, bad)
  }
  const sentence = problem && t.compose.when[problem.what]
  const leave = () => {
    const before = shownMoment(known.current, language)
    if (problem !== undefined || before.day !== text.day || before.time !== text.time) settle(text.day, text.time)
  }
  return (
    <div class="moment-fields">
      <div class="with-picker">
        <TextField
          id={id}
          label={label}
          value={text.day}
          onInput={(day) => setText({ ...text, day })}
          onLeave={leave}
          error={(problem?.at === 'day' ? sentence : undefined) ?? error}
        />
        <Picker value={dayOf(value === null ? undefined : new Date(value))} onPick={(day) => settle(day, text.time || '7:00')} />
      </div>
      <TextField
        id={`${id}-zeit`}
        label={t.compose.time}
        value={text.time}
        onInput={(time) => setText({ ...text, time })}
        onLeave={leave}
        error={problem?.at === 'time' ? sentence : undefined}
      />
    </div>
  )
}

/** The end of something, in one field, voluntary: a day alone counts whole. */
export function EndField({ id, label, value, onChange, error, help }: Props & { help?: string }) {
  const { t, language } = useWords()
  const [text, setText] = useState(() => shownEnd(value, language))
  const [problem, setProblem] = useState<WhenProblem>()
  const known = useRef(value)
  useEffect(() => {
    if (value === known.current) return
    known.current = value
    setText(shownEnd(value, language))
    setProblem(undefined)
  }, [value, language])
  const settle = (typed: string) => {
    const found: Typed<Date | null> = typed.trim() === '' ? { ok: true, value: null } : readEnd(typed, new Date())
    setProblem(found.ok ? undefined : found.problem)
    if (found.ok) {
      known.current = found.value?.toISOString() ?? null
      setText(shownEnd(known.current, language))
    }
    onChange(known.current, found.ok ? undefined : found.problem)
  }
  return (
    <div class="with-picker">
      <TextField
        id={id}
        label={label}
        optional
        value={text}
        help={help}
        onInput={setText}
        onLeave={() => (problem !== undefined || text !== shownEnd(known.current, language)) && settle(text)}
        error={(problem && t.compose.when[problem]) ?? error}
      />
      <Picker value={dayOf(value === null ? undefined : new Date(Date.parse(value) - 60_000))} onPick={settle} />
    </div>
  )
}
