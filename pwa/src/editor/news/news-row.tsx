// SPDX-License-Identifier: EUPL-1.2
/** One item in the list: what it is, where it stands, what it lacks, and what one can do with it. */

import { useWords } from '../i18n'
import type { Words } from '../i18n'
import { Badge, type Tone } from '../ui/badge'
import { Icon, type IconName } from '../ui/icon'
import type { MenuItem } from '../ui/menu'
import { Row } from '../ui/rows'
import { momentWords } from '../compose/moments'
import { Bell } from '../push/bell'
import { load } from './api'
import { erase, restore, withdraw } from './deeds'
import { contentOf, type NewsState, type StaffNewsRow } from './model'

const LOOKS: Record<NewsState, { tone: Tone; icon: IconName }> = {
  draft: { tone: 'neutral', icon: 'write' },
  submitted: { tone: 'waiting', icon: 'stamp' },
  scheduled: { tone: 'planned', icon: 'clock' },
  visible: { tone: 'good', icon: 'check' },
  expired: { tone: 'neutral', icon: 'history' },
  withdrawn: { tone: 'neutral', icon: 'hidden' },
}

export function StateBadge({ state }: { state: NewsState }) {
  const { t } = useWords()
  return <Badge {...LOOKS[state]}>{t.news.state[state]}</Badge>
}

/** The line under the state: what it lacks, since or until when. */
function underState(row: StaffNewsRow, t: Words, when: (iso: string) => string): string {
  if (row.submitted_at !== null && row.state !== 'submitted') return t.news.correction
  if (row.unpublished_changes) return t.news.changed
  if (row.state === 'scheduled' && row.publish_at !== null) return when(row.publish_at)
  if (row.state === 'visible' && row.published_at !== null) return t.news.since(when(row.published_at))
  if (row.state === 'expired' && row.unpublish_at !== null) return t.news.until(when(row.unpublish_at))
  if (row.state === 'withdrawn') return ''
  const [lack] = row.lacks
  if (lack !== undefined) return t.news.lacks[lack as keyof Words['news']['lacks']] ?? ''
  return row.publish_at === null ? '' : t.news.planned(when(row.publish_at))
}

/** "Verkehr · Kim Beispiel, heute 8:40", or where it was imported from. */
function Line({ row, when }: { row: StaffNewsRow; when(iso: string): string }) {
  const { t } = useWords()
  if (row.source_name !== null)
    return (
      <span class="from-import">
        <Icon name="feed" size={16} />
        <span>
          {t.news.imported(row.source_name)} · {row.source_edited ? t.news.adopted : t.news.untouched}
        </span>
      </span>
    )
  const author = row.edited_by === null ? undefined : row.state === 'visible' ? row.edited_by : `${row.edited_by}, ${when(row.edited_at)}`
  return <>{[row.urgent ? t.news.urgent : undefined, row.category?.name ?? t.news.noCategory, author].filter(Boolean).join(' · ')}</>
}

export function NewsRow({ row, onChanged }: { row: StaffNewsRow; onChanged(): void }) {
  const { t, language } = useWords()
  const now = new Date()
  const when = (iso: string) => momentWords(new Date(iso), now, language)
  const title = row.title === '' ? t.news.untitled : row.title
  const href = `/redaktion/nachrichten/${row.id}`
  const isPublic = ['visible', 'scheduled', 'expired'].includes(row.state)
  const remove = async () => {
    const whole = await load(row.id)
    await erase(row, whole.kind === 'found' ? contentOf(whole.thing) : undefined, t, onChanged)
  }
  const menu: MenuItem[] = [{ label: t.news.open, icon: 'write', href }]
  if (row.state === 'visible') menu.push({ label: t.news.view, icon: 'eye', href: `/aktuelles/${row.id}` })
  if (isPublic) menu.push({ label: t.news.withdraw, icon: 'hidden', onSelect: () => void withdraw(row, t, onChanged) })
  if (row.state === 'withdrawn') menu.push({ label: t.news.restore, icon: 'undo', onSelect: () => void restore(row, t, onChanged) })
  if ((row.state === 'draft' || row.state === 'submitted') && row.published_at === null)
    menu.push({ label: t.news.delete, icon: 'bin', onSelect: () => void remove() })
  return (
    <Row
      href={href}
      picture={row.image}
      icon="news"
      title={title}
      name={title}
      line={<Line row={row} when={when} />}
      state={<StateBadge state={row.state} />}
      time={underState(row, t, when)}
      beside={row.notification && <Bell {...row.notification} />}
      menu={menu}
    />
  )
}
