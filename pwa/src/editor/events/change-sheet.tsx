// SPDX-License-Identifier: EUPL-1.2
/** What is different on one date, or from it on: day, times, name, place. Only what differs from the series is kept. */

import { useState } from 'preact/hooks'
import { showDay } from '../compose/moments'
import { wallOf } from '../compose/when'
import { useWords } from '../i18n'
import { Button } from '../ui/button'
import { TextField } from '../ui/fields'
import { Sheet } from '../ui/sheet'
import { ClockField, DayField } from './day-fields'
import type { Change, EventContent, SeriesDate } from './model'
import { addDays, changeAt, clockOf, dayOf, dayText, endOn, lastsDays, timeText } from './timing'

interface Props {
  content: EventContent
  date: SeriesDate
  following: boolean
  onSave(change: Change): void
  /** Ends the series before this date and begins another one here. */
  onSplit(): void
  onClose(): void
}

/** The date as the series has it, in local time. */
function wallText(iso: string, allDay: boolean): string {
  const wall = wallOf(new Date(iso))
  return allDay ? dayText(wall) : `${dayText(wall)}T${timeText(wall)}`
}

export function ChangeSheet({ content, date, following, onSave, onSplit, onClose }: Props) {
  const { t, language } = useWords()
  const words = t.events.change
  const { timing } = content
  const before = changeAt(content.changes, date.date, following)
  const allDay = timing.all_day
  const from = wallText(date.starts_at, allDay)
  const to = date.ends_at === null ? null : allDay ? date.last_day : wallText(date.ends_at, false)
  const [day, setDay] = useState(date.first_day)
  const [last, setLast] = useState(date.last_day)
  const [start, setStart] = useState(clockOf(from))
  const [end, setEnd] = useState(to === null ? null : clockOf(to))
  const [title, setTitle] = useState(before.title ?? '')
  const [place, setPlace] = useState(before.place_name ?? '')
  const [note, setNote] = useState(before.note ?? '')
  const name = showDay(dayOf(date.first_day), language)

  const save = (event: Event) => {
    event.preventDefault()
    const plain = date.date
    // The series' own hours for this date, to keep only what differs from them.
    const own = { start: plain, end: timing.end === null ? null : addDays(plain, lastsDays(timing)) + timing.end.slice(10) }
    const wanted = allDay
      ? { start: day, end: last > day ? last : own.end === null ? null : day }
      : { start: `${day}T${start}`, end: end === null ? null : endOn(day, start, end) }
    const moved = wanted.start !== own.start || wanted.end !== own.end
    const text = (typed: string, longest: number) => (typed.trim() === '' ? null : typed.trim().slice(0, longest))
    onSave({
      ...before,
      start: moved ? wanted.start : null,
      end: moved ? wanted.end : null,
      title: text(title, 300),
      place_name: text(place, 200),
      note: following ? null : text(note, 300),
    })
    onClose()
  }
  return (
    <Sheet open title={following ? words.following(name) : words.only(name)} onClose={onClose}>
      <form class="sheet-form" onSubmit={save} noValidate>
        <p class="muted">{following ? words.followingText : words.onlyText}</p>
        {!following && <DayField id="change-day" label={t.events.when.day} value={day} onChange={(next) => next !== null && setDay(next)} />}
        {allDay ? (
          !following && <DayField id="change-last" label={t.events.when.lastDay} value={last < day ? day : last} onChange={(next) => next !== null && setLast(next)} />
        ) : (
          <div class="when-times">
            <ClockField id="change-from" label={t.events.when.from} value={start} onChange={(next) => next !== null && setStart(next)} />
            <ClockField id="change-to" label={t.events.when.to} optional value={end} onChange={setEnd} />
          </div>
        )}
        <TextField id="change-place" label={words.place} optional help={content.place?.name || undefined} value={place} onInput={setPlace} />
        <TextField id="change-title" label={words.title} optional value={title} onInput={setTitle} />
        {!following && <TextField id="change-note" label={words.note} optional help={words.noteHelp} value={note} onInput={setNote} />}
        <Button kind="main" submit>
          {words.save}
        </Button>
        {following && (
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
