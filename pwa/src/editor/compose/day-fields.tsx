// SPDX-License-Identifier: EUPL-1.2
/** A day and a time of day as fields of local time: typed or picked, read back when one leaves them. Know no event. */

import { showDay } from './moments'
import { readDay, readTime, type Typed, type WhenProblem } from './when'
import { Picker } from './when-fields'
import { useWords } from '../i18n'
import { TextField } from '../ui/fields'
import { dayOf, dayText, timeText } from './days'
import { useTyped, type Read } from './use-typed'

interface Props {
  id: string
  label: string
  /** "2026-12-08" or "14:30"; null is an empty field. */
  value: string | null
  optional?: boolean
  error?: string
  onChange(value: string | null): void
  /** Told on each leaving: whether what stands there cannot be read. */
  onProblem?(problem: boolean): void
}

/** An empty field is fine where it may be, and where somebody only passed through. */
function reading<T>(found: Typed<T>, text: string, { optional = false, value }: Pick<Props, 'optional' | 'value'>, show: (value: T) => string): Read<string | null, WhenProblem> {
  if (found.ok) return { ok: true, value: show(found.value) }
  return text.trim() === '' && (optional || value === null) ? { ok: true, value: null } : found
}

export function DayField(props: Props) {
  const { id, label, value, optional = false, error, onChange, onProblem } = props
  const { t, language } = useWords()
  const show = (day: string | null) => (day === null ? '' : showDay(dayOf(day), language))
  const typed = useTyped({ shown: show(value), show, onChange, onProblem, read: (text) => reading(readDay(text, new Date()), text, props, dayText) })
  return (
    <div class="with-picker">
      <TextField
        id={id}
        label={label}
        optional={optional}
        value={typed.text}
        onInput={typed.setText}
        onLeave={typed.leave}
        error={(typed.problem && t.compose.when[typed.problem]) ?? error}
      />
      <Picker value={value ?? ''} onPick={typed.settle} />
    </div>
  )
}

export function ClockField(props: Props) {
  const { id, label, value, error, onChange, onProblem } = props
  const { t } = useWords()
  const show = (time: string | null) => time ?? ''
  const typed = useTyped({ shown: show(value), show, onChange, onProblem, read: (text) => reading(readTime(text), text, props, timeText) })
  const sentence = typed.problem && (typed.problem === 'empty' ? t.compose.when.time : t.compose.when[typed.problem])
  return <TextField id={id} label={label} value={typed.text} onInput={typed.setText} onLeave={typed.leave} error={sentence ?? error} />
}
