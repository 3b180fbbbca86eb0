// SPDX-License-Identifier: EUPL-1.2
/** One item in the list: what it is, where it stands, what it lacks, and what one can do with it. */

import { useWords } from '../i18n'
import { momentWords } from '../compose/moments'
import { FromImport, rowMenu, underState } from '../publishing/row-words'
import { StateBadge } from '../publishing/state-badge'
import { Bell } from '../push/bell'
import { Row } from '../ui/rows'
import { contentOf, LIST, verbs, type StaffNewsRow } from './model'

/** "Verkehr · Kim Beispiel, heute 8:40", or where it was imported from. */
function Line({ row, when }: { row: StaffNewsRow; when(iso: string): string }) {
  const { t } = useWords()
  if (row.source_name !== null) return <FromImport name={row.source_name} edited={row.source_edited} />
  const author = row.edited_by === null ? undefined : row.state === 'visible' ? row.edited_by : `${row.edited_by}, ${when(row.edited_at)}`
  return <>{[row.urgent ? t.news.urgent : undefined, row.category?.name ?? t.publishing.noCategory, author].filter(Boolean).join(' · ')}</>
}

export function NewsRow({ row, onChanged }: { row: StaffNewsRow; onChanged(): void }) {
  const { t, language } = useWords()
  const now = new Date()
  const when = (iso: string) => momentWords(new Date(iso), now, language)
  const title = row.title === '' ? t.news.untitled : row.title
  const href = `${LIST}/${row.id}`
  return (
    <Row
      href={href}
      picture={row.image}
      icon="news"
      title={title}
      name={title}
      line={<Line row={row} when={when} />}
      state={<StateBadge state={row.state} />}
      time={underState(row, t.news.lacks, t, when)}
      beside={row.notification && <Bell {...row.notification} />}
      menu={rowMenu({ row, href, view: `/aktuelles/${row.id}`, verbs, contentOf, onChanged }, t)}
    />
  )
}
