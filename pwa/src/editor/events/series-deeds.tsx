// SPDX-License-Identifier: EUPL-1.2
/** What one does to single dates and to the whole from "…": change, call off, take back, go on as another series. */

import type { ComponentChildren } from 'preact'
import { useState } from 'preact/hooks'
import { navigate } from '../../ui/router'
import { showDay } from '../compose/moments'
import { useWords } from '../i18n'
import { Notice } from '../publishing/item-editor'
import type { Writing } from '../publishing/use-deeds'
import type { MenuItem } from '../ui/menu'
import { say } from '../ui/toasts'
import { ChangeSheet } from './change-sheet'
import type { DateDeeds } from './dates-panel'
import { copyOf, LIST, verbs, type Change, type EventContent, type SeriesDate, type StaffEvent } from './model'
import { OffDialog } from './off-dialog'
import { splitAt } from './splitting'
import { dayOf } from '../compose/days'
import { changeAt, withChange } from './timing'

type Asked = { about: 'only' | 'following' | 'off'; date: SeriesDate } | { about: 'all' }

interface SeriesDeeds {
  date: DateDeeds
  menu: MenuItem[]
  /** Above the fields: that all of it is off. */
  notice: ComponentChildren
  dialog: ComponentChildren
}

export function useSeriesDeeds({ content, thing, change, flush }: Writing<EventContent, StaffEvent>): SeriesDeeds {
  const { t, language } = useWords()
  const words = t.events
  const [asked, setAsked] = useState<Asked>()
  const { timing, changes, status, status_note } = content
  const many = timing.rrule !== null || timing.extra.length > 0
  const close = () => setAsked(undefined)
  const before = { timing, changes, status, status_note }
  const undo = { undo: () => change(before) }

  const put = (next: Change) => {
    change({ changes: withChange(changes, next) })
    say(words.change.saved(thing?.published_at != null), undo)
  }
  const back = (date: SeriesDate) => {
    if (date.excluded) change({ timing: { ...timing, excluded: timing.excluded.filter(({ at }) => at !== date.date && at !== date.date.slice(0, 10)) } })
    else if (date.status !== 'scheduled' && !many) change({ status: 'scheduled', status_note: null })
    else if (date.status !== 'scheduled') change({ changes: withChange(changes, { ...changeAt(changes, date.date, false), status: 'scheduled', note: null }) })
    else change({ changes: changes.filter(({ at, following }) => at !== date.date || following) })
    say(words.change.undone, undo)
  }
  /** Makes another event and goes there; `first` is done to this one once the other is safe. */
  const copy = async (made: EventContent, done: string, first?: Partial<EventContent>) => {
    const id = crypto.randomUUID()
    const saved = await verbs.save(id, made, null)
    if (saved.kind !== 'saved') return say(words.change.splitFailed)
    if (first !== undefined) change(first)
    await flush()
    navigate(`${LIST}/${id}`)
    say(done)
  }
  const split = (date: SeriesDate) => {
    const { before: ended, after } = splitAt(content, date.date)
    close()
    void copy(after, words.change.splitDone, ended)
  }

  const all = status === 'scheduled' ? undefined : words.off.notice[status](status_note)
  return {
    date: {
      only: (date) => setAsked({ about: 'only', date }),
      following: (date) => setAsked({ about: 'following', date }),
      off: (date) => setAsked(many ? { about: 'off', date } : { about: 'all' }),
      back,
    },
    menu: [
      { label: words.editor.copy, icon: 'copy', onSelect: () => void copy(copyOf(content), words.editor.copied) },
      ...(timing.start === null ? [] : [{ label: many ? words.editor.cancelAll : words.editor.cancelOne, icon: 'off' as const, onSelect: () => setAsked({ about: 'all' }) }]),
    ],
    notice: all && (
      <Notice icon="off">
        <p>{all}</p>
        <button type="button" class="link" onClick={() => (change({ status: 'scheduled', status_note: null }), say(words.change.undone, undo))}>
          {words.dates.on}
        </button>
      </Notice>
    ),
    dialog: asked && (
      <Question
        asked={asked}
        content={content}
        title={asked.about === 'all' ? (many ? words.off.titleAll : words.off.titleOne) : words.off.title(showDay(dayOf(asked.date.first_day), language))}
        onChange={put}
        onAll={(next, note) => {
          change({ status: next, status_note: note })
          say(words.change.saved(thing?.published_at != null), undo)
        }}
        onSplit={split}
        onClose={close}
      />
    ),
  }
}

interface QuestionProps {
  asked: Asked
  content: EventContent
  title: string
  onChange(change: Change): void
  onAll(status: EventContent['status'], note: string | null): void
  onSplit(date: SeriesDate): void
  onClose(): void
}

function Question({ asked, content, title, onChange, onAll, onSplit, onClose }: QuestionProps) {
  if (asked.about === 'all') return <OffDialog title={title} status={content.status} note={content.status_note} onSave={onAll} onClose={onClose} />
  const { date } = asked
  if (asked.about === 'off') {
    const change = changeAt(content.changes, date.date, false)
    return <OffDialog title={title} status={change.status} note={change.note} onSave={(status, note) => onChange({ ...change, status, note })} onClose={onClose} />
  }
  const following = asked.about === 'following'
  const splits = following && date.date !== content.timing.start
  return <ChangeSheet content={content} date={date} following={following} onSave={onChange} onSplit={splits ? () => onSplit(date) : undefined} onClose={onClose} />
}
