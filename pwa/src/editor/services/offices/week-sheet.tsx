// SPDX-License-Identifier: EUPL-1.2
/** The usual week, one line a day, typed as one says it and read back when one leaves the line. */

import { useState } from 'preact/hooks'
import { useWords } from '../../i18n'
import { Button } from '../../ui/button'
import { ErrorSummary, type FieldError } from '../../ui/errors'
import { TextField } from '../../ui/fields'
import { Sheet } from '../../ui/sheet'
import { keepOffice, type Office } from './offices'
import { useKeeping } from './use-keeping'
import { DAYS, hoursOf, readLine, showLine, weekOf } from './week'

interface Props {
  office: Office
  onDone(office: Office): void
  onClose(): void
}

export function WeekSheet({ office, onDone, onClose }: Props) {
  const { t, language } = useWords()
  const words = t.offices
  const [lines, setLines] = useState(() => weekOf(office.hours).map((spans) => showLine(spans, language)))
  const [left, setLeft] = useState<number[]>([])
  const keeping = useKeeping(office, (base) => keepOffice(base, { hours: hoursOf(lines.map((line) => spansOf(line))) }), onDone)
  const wrong = (day: number) => {
    const line = readLine(lines[day] ?? '')
    return line.ok ? undefined : words.wrong[line.problem]
  }
  const put = (day: number, text: string) => setLines((before) => before.map((line, at) => (at === day ? text : line)))
  const leave = (day: number) => {
    const line = readLine(lines[day] ?? '')
    if (line.ok) put(day, showLine(line.spans, language))
    setLeft((before) => (line.ok ? before.filter((each) => each !== day) : [...before, day]))
  }
  const save = (event: Event) => {
    event.preventDefault()
    const found: FieldError[] = DAYS.flatMap((day) => {
      const text = wrong(day)
      return text === undefined ? [] : [{ field: `week-${day}`, text: `${words.longDays[day]}: ${text}` }]
    })
    setLeft(DAYS.filter((day) => wrong(day) !== undefined))
    keeping.press(found)
  }
  return (
    <Sheet open title={words.hours} onClose={onClose}>
      <form class="sheet-form week-form" noValidate onSubmit={save}>
        <ErrorSummary items={keeping.errors} />
        <p class="muted" data-first tabIndex={-1}>
          {words.hoursHelp}
        </p>
        {DAYS.map((day) => (
          <TextField key={day} id={`week-${day}`} label={words.longDays[day] ?? ''} value={lines[day] ?? ''} error={left.includes(day) ? wrong(day) : undefined} onInput={(text) => put(day, text)} onLeave={() => leave(day)} />
        ))}
        <Button kind="main" submit busy={keeping.busy}>
          {words.save}
        </Button>
      </form>
    </Sheet>
  )
}

function spansOf(line: string) {
  const read = readLine(line)
  return read.ok ? read.spans : []
}
