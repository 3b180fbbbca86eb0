// SPDX-License-Identifier: EUPL-1.2
/** When it takes place: day and times, how it repeats, which days it leaves out. */

import type { ComponentChildren } from 'preact'
import { useState } from 'preact/hooks'
import { useWords } from '../i18n'
import { Checkbox } from '../ui/fields'
import type { When } from './dates'
import { ClockField, DayField } from '../compose/day-fields'
import { ExceptFields, ExtraFields } from './except-fields'
import { RepeatFields } from './repeat-fields'
import { addDays } from '../compose/days'
import { clockOf, endsLater, lastsDays, withAllDay, withDay, withLastDay, withTimes } from './timing'

/** What stands in a field and cannot be read; the part before the hyphen is what is lacking then. */
export type OnProblem = (field: `when-${string}`, problem: boolean) => void

export interface WhenProps {
  when: When
  onChange(when: When): void
}

interface Props extends WhenProps {
  /** The sentence under the day, when it is missing. */
  error?: string
  /** What the server says of the fields, by their names. */
  problems: Record<string, string>
  onProblem: OnProblem
  /** The next dates where there is no column for them. */
  children?: ComponentChildren
}

/** What a new event begins with: most are in the evening. */
const USUAL = '18:00'

export function WhenCard({ when, error, problems, onChange, onProblem, children }: Props) {
  const { t } = useWords()
  const words = t.events.when
  const { timing } = when
  const { start, all_day } = timing
  return (
    <section class="editor-card when-card" aria-labelledby="event-when-title">
      <h2 id="event-when-title">{words.title}</h2>
      <div class="when-fields">
        <DayField
          id="event-day"
          label={all_day && endsLater(timing) ? words.firstDay : words.day}
          value={start?.slice(0, 10) ?? null}
          error={error ?? problems['start']}
          onProblem={(problem) => onProblem('when-day', problem)}
          onChange={(day) => {
            if (day === null) return
            onChange(start === null ? { ...when, timing: { ...timing, start: all_day ? day : `${day}T${USUAL}` } } : withDay(when, day))
          }}
        />
        {start !== null && !all_day && <Times when={when} error={problems['end']} onChange={onChange} onProblem={onProblem} />}
        <Checkbox id="event-all-day" label={words.allDay} checked={all_day} onChange={(on) => onChange(withAllDay(when, on))} />
      </div>
      {start !== null && (
        <>
          <LastDay when={when} error={all_day ? problems['end'] : undefined} onChange={onChange} onProblem={onProblem} />
          <RepeatFields when={when} error={problems['rrule']} onChange={onChange} onProblem={onProblem} />
          {timing.rrule !== null && <ExceptFields when={when} onChange={onChange} />}
          <ExtraFields when={when} onChange={onChange} />
        </>
      )}
      {children}
    </section>
  )
}

interface FieldProps extends WhenProps {
  error?: string
  onProblem: OnProblem
}

function Times({ when, error, onChange, onProblem }: FieldProps) {
  const { t } = useWords()
  const { start, end } = when.timing
  const from = clockOf(start ?? '')
  const to = end === null ? null : clockOf(end)
  return (
    <div class="when-times">
      <ClockField id="event-from" label={t.events.when.from} value={from} onChange={(time) => time !== null && onChange(withTimes(when, time, to))} onProblem={(problem) => onProblem('when-from', problem)} />
      <ClockField id="event-to" label={t.events.when.to} optional value={to} error={error} onChange={(time) => onChange(withTimes(when, from, time))} onProblem={(problem) => onProblem('when-to', problem)} />
    </div>
  )
}

/** Most things end on their day; the others say on which. */
function LastDay({ when, error, onChange, onProblem }: FieldProps) {
  const { t } = useWords()
  const words = t.events.when
  const { timing } = when
  const [asked, setAsked] = useState(false)
  const start = timing.start ?? ''
  const later = endsLater(timing)
  const shown = later || asked
  const single = () => {
    setAsked(false)
    const to = timing.end === null || timing.all_day ? null : clockOf(timing.end)
    onChange(timing.all_day ? { ...when, timing: { ...timing, end: null } } : withTimes({ ...when, timing: { ...timing, end: null } }, clockOf(start), to))
  }
  return (
    <div class="when-more">
      {shown && (
        <DayField
          id="event-last-day"
          label={timing.all_day ? words.lastDay : words.endDay}
          value={later ? addDays(start, lastsDays(timing)) : null}
          error={error}
          onChange={(day) => day !== null && onChange(withLastDay(when, day))}
          onProblem={(problem) => onProblem('when-last', problem)}
        />
      )}
      <button type="button" class="link" onClick={shown ? single : () => setAsked(true)}>
        {shown ? words.single : words.several}
      </button>
    </div>
  )
}
