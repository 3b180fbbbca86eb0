// SPDX-License-Identifier: EUPL-1.2
/** What is different on one date, or from it on: day, times, name, place. Only what differs from the series is kept. */

import { useState } from 'preact/hooks'
import { showDay } from '../compose/moments'
import { useWords } from '../i18n'
import { Button } from '../ui/button'
import { TextField } from '../ui/fields'
import { Sheet } from '../ui/sheet'
import { movedTo, shownOf } from './changing'
import { ClockField, DayField } from '../compose/day-fields'
import type { Change, EventContent, SeriesDate } from './model'
import { addDays, dayOf, daysBetween } from '../compose/days'
import { changeAt, clockOf } from './timing'

interface Props {
  content: EventContent
  date: SeriesDate
  following: boolean
  onSave(change: Change): void
  /** Ends the series before this date and begins another one here; nothing comes before its first date. */
  onSplit: (() => void) | undefined
  onClose(): void
}

export function ChangeSheet({ content, date, following, onSave, onSplit, onClose }: Props) {
  const { t, language } = useWords()
  const words = t.events.change
  const { timing } = content
  const before = changeAt(content.changes, date.date, following)
  const allDay = timing.all_day
  const shown = shownOf(content, date.date, following)
  const [day, setDay] = useState(shown.start.slice(0, 10))
  const [last, setLast] = useState((shown.end ?? shown.start).slice(0, 10))
  const [start, setStart] = useState(clockOf(shown.start))
  const [end, setEnd] = useState(shown.end === null ? null : clockOf(shown.end))
  /** Fields in which something stands that cannot be read. */
  const [wrong, setWrong] = useState<Record<string, boolean>>({})
  const [title, setTitle] = useState(before.title ?? '')
  const [place, setPlace] = useState(before.place_name ?? '')
  const [note, setNote] = useState(before.note ?? '')
  const name = showDay(dayOf(date.first_day), language)

  const save = (event: Event) => {
    event.preventDefault()
    const bad = Object.keys(wrong).find((id) => wrong[id])
    if (bad !== undefined) return document.getElementById(bad)?.focus()
    const text = (typed: string, longest: number) => (typed.trim() === '' ? null : typed.trim().slice(0, longest))
    onSave({
      ...before,
      ...movedTo(content, date.date, following, { day, last, from: start, to: end }),
      title: text(title, 300),
      place_name: text(place, 200),
      note: following ? null : text(note, 300),
    })
    onClose()
  }
  const field = (id: string) => ({ id, onProblem: (problem: boolean) => setWrong((before) => ({ ...before, [id]: problem })) })
  const move = (next: string) => {
    setLast(addDays(last, daysBetween(day, next)))
    setDay(next)
  }
  return (
    <Sheet open title={following ? words.following(name) : words.only(name)} onClose={onClose}>
      <form class="sheet-form" onSubmit={save} noValidate>
        <p class="muted">{following ? words.followingText : words.onlyText}</p>
        {!following && <DayField {...field('change-day')} label={t.events.when.day} value={day} onChange={(next) => next !== null && move(next)} />}
        {allDay ? (
          !following && <DayField {...field('change-last')} label={t.events.when.lastDay} value={last < day ? day : last} onChange={(next) => next !== null && setLast(next)} />
        ) : (
          <div class="when-times">
            <ClockField {...field('change-from')} label={t.events.when.from} value={start} onChange={(next) => next !== null && setStart(next)} />
            <ClockField {...field('change-to')} label={t.events.when.to} optional={shown.end === null} value={end} onChange={setEnd} />
          </div>
        )}
        <TextField id="change-place" label={words.place} optional help={content.place?.name || undefined} value={place} onInput={setPlace} />
        <TextField id="change-title" label={words.title} optional value={title} onInput={setTitle} />
        {!following && <TextField id="change-note" label={words.note} optional help={words.noteHelp} value={note} onInput={setNote} />}
        <Button kind="main" submit>
          {words.save}
        </Button>
        {onSplit && (
          <p class="field-help">
            {words.otherDay}{' '}
            <button type="button" class="link" onClick={onSplit}>
              {words.split}
            </button>
          </p>
        )}
      </form>
    </Sheet>
  )
}
