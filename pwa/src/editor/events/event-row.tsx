// SPDX-License-Identifier: EUPL-1.2
/** One event in the list: when it takes place next, where it stands, what it lacks, what one can do with it. */

import { dayWords, momentWords } from '../compose/moments'
import { useWords } from '../i18n'
import { FromImport, rowMenu, underState } from '../publishing/row-words'
import { StateBadge } from '../publishing/state-badge'
import { Bell } from '../push/bell'
import { Badge } from '../ui/badge'
import { Row } from '../ui/rows'
import { contentOf, LIST, verbs, type StaffEventRow } from './model'

function Line({ row, when }: { row: StaffEventRow; when(iso: string): string }) {
  const { t, language } = useWords()
  const words = t.events
  const { next_date, recurring, published_at } = row
  const now = new Date()
  const next =
    next_date === null
      ? published_at === null
        ? undefined
        : words.over
      : next_date.all_day
        ? dayWords(new Date(`${next_date.first_day}T12:00:00Z`), now, language)
        : when(next_date.starts_at)
  const first = [next, recurring ? words.recurring : undefined].filter(Boolean).join(', ')
  if (row.source_name !== null) return <FromImport name={row.source_name} edited={row.source_edited} before={first} />
  return <>{[first, row.place_name, row.organiser_name, row.category?.name ?? t.publishing.noCategory].filter(Boolean).join(' · ')}</>
}

export function EventRow({ row, onChanged }: { row: StaffEventRow; onChanged(): void }) {
  const { t, language } = useWords()
  const now = new Date()
  const when = (iso: string) => momentWords(new Date(iso), now, language)
  const title = row.title === '' ? t.events.untitled : row.title
  const href = `${LIST}/${row.id}`
  return (
    <Row
      href={href}
      picture={row.image}
      icon="cal"
      title={title}
      name={title}
      line={<Line row={row} when={when} />}
      state={
        row.event_status !== 'scheduled' && row.state === 'visible' ? (
          <Badge tone={row.event_status === 'cancelled' ? 'red' : 'waiting'} icon={row.event_status === 'cancelled' ? 'off' : 'alert'}>
            {t.events.status[row.event_status]}
          </Badge>
        ) : (
          <StateBadge state={row.state} />
        )
      }
      time={underState(row, t.events.lacks, t, when)}
      beside={row.notification && <Bell {...row.notification} />}
      menu={rowMenu({ row, href, view: `/termine/${row.id}`, verbs, contentOf, onChanged }, t)}
    />
  )
}
