// SPDX-License-Identifier: EUPL-1.2
/** The repetition as a sentence of selects, and what German leaves open about it. */

import { useEffect, useRef, useState } from 'preact/hooks'
import { repetitionOf, WEEKDAYS, type Repetition } from '../../events/repetition'
import { useWords } from '../i18n'
import { TextField } from '../ui/fields'
import { Icon } from '../ui/icon'
import { say } from '../ui/toasts'
import { DayField } from '../compose/day-fields'
import { choose, maybeMeant, partsOf, type Part } from './rhythms'
import { withRepetition } from './timing'
import type { OnProblem, WhenProps } from './when-card'

const MOST = 800

export function RepeatFields({ when, error, onChange, onProblem }: WhenProps & { error?: string; onProblem: OnProblem }) {
  const { t } = useWords()
  const words = t.events.repeat
  const start = when.timing.start ?? ''
  const repetition = repetitionOf(when.timing.rrule, start)
  // The day that somebody chose: passing over other rhythms on the way to the right one does not move it on and on.
  const chosen = useRef(start)
  const made = useRef<string | null>(null)
  if (start !== made.current) chosen.current = start
  const put = (next: Repetition | null) => {
    const changed = withRepetition(when, next, chosen.current)
    made.current = changed.timing.start
    onChange(changed)
    const lost = next === null ? when.timing.excluded.length + when.changes.length : 0
    if (lost > 0) say(t.events.except.dropped(lost), { undo: () => onChange(when) })
  }
  const meant = repetition && maybeMeant(repetition)
  const rhythm = repetition?.rhythm
  const skipped = rhythm?.kind === 'monthly-day' && rhythm.day > 28 ? rhythm.day : undefined
  return (
    <div class="repeat" id="event-repeat" role="group" aria-labelledby="event-repeat-title">
      <h3 id="event-repeat-title">{words.title}</h3>
      <div class="sentence">
        {partsOf(repetition, t).map((part) => (
          <Word key={part.name} part={part} onChoose={(value) => put(choose(repetition, part.name, value, start))} />
        ))}
      </div>
      {repetition !== null && rhythm?.kind === 'weekly' && rhythm.days.length > 1 && <Weekdays repetition={repetition} onChange={put} />}
      {repetition !== null && <EndField repetition={repetition} onChange={put} onProblem={onProblem} />}
      {meant?.rhythm.kind === 'weekly' && (
        <p class="field-help">
          {words.meant}{' '}
          <button type="button" class="link" onClick={() => put(meant)}>
            {words.change(words.days[meant.rhythm.days[0] ?? 'MO'])}
          </button>
        </p>
      )}
      {skipped !== undefined && <p class="field-help">{words.skips(skipped)}</p>}
      {error && (
        <p class="field-error" role="alert">
          <Icon name="alert" size={18} />
          {error}
        </p>
      )}
    </div>
  )
}

function Word({ part, onChoose }: { part: Part; onChoose(value: string): void }) {
  const { t } = useWords()
  return (
    <span class="select">
      <select class="input" id={`event-${part.name}`} aria-label={t.events.repeat[part.name]} value={part.value} onChange={(event) => onChoose(event.currentTarget.value)}>
        {part.options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
      <Icon name="down" size={18} />
    </span>
  )
}

interface ChangeProps {
  repetition: Repetition
  onChange(next: Repetition): void
}

function Weekdays({ repetition, onChange }: ChangeProps) {
  const { t } = useWords()
  const words = t.events.repeat
  const { rhythm } = repetition
  if (rhythm.kind !== 'weekly') return null
  const toggle = (day: (typeof WEEKDAYS)[number]) => {
    const days = WEEKDAYS.filter((each) => (each === day ? !rhythm.days.includes(day) : rhythm.days.includes(each)))
    if (days.length > 0) onChange({ ...repetition, rhythm: { ...rhythm, days } })
  }
  return (
    <div class="weekdays" role="group" aria-label={words.weekdays}>
      {WEEKDAYS.map((day) => (
        <button key={day} type="button" class="filter-chip" aria-pressed={rhythm.days.includes(day)} onClick={() => toggle(day)}>
          {words.days[day]}
        </button>
      ))}
    </div>
  )
}

function EndField({ repetition, onChange, onProblem }: ChangeProps & { onProblem: OnProblem }) {
  const { t } = useWords()
  const words = t.events.repeat
  const { end } = repetition
  if (end.kind === 'until')
    return (
      <div class="repeat-end">
        <DayField
          id="event-until"
          label={words.lastDay}
          value={end.day}
          onChange={(day) => day !== null && onChange({ ...repetition, end: { kind: 'until', day } })}
          onProblem={(problem) => onProblem('when-until', problem)}
        />
      </div>
    )
  if (end.kind === 'count') return <Times count={end.count} onChange={(count) => onChange({ ...repetition, end: { kind: 'count', count } })} />
  return null
}

function Times({ count, onChange }: { count: number; onChange(count: number): void }) {
  const { t } = useWords()
  const words = t.events.repeat
  const [text, setText] = useState(String(count))
  useEffect(() => setText(String(count)), [count])
  const number = Number(text)
  const fine = /^\d+$/.test(text.trim()) && number >= 1 && number <= MOST
  return (
    <div class="repeat-end">
      <TextField
        id="event-count"
        label={words.times}
        inputMode="numeric"
        value={text}
        error={fine ? undefined : words.timesWrong}
        onInput={(typed) => {
          setText(typed)
          const next = Number(typed)
          if (/^\d+$/.test(typed.trim()) && next >= 1 && next <= MOST) onChange(next)
        }}
      />
    </div>
  )
}
