// SPDX-License-Identifier: EUPL-1.2
/** The reports on Heute: why each is here, and the one button that leads into the work. */

import { useWords } from '../i18n'
import { iconNamed } from '../../ui/icon'
import { Icon, type IconName } from '../ui/icon'
import { Row } from '../ui/rows'
import { useOfficeDay } from './counts'
import { addressOfReport, LIST, thumbOf, type ReportRow } from './model'
import './today.scss'
import { urgencyOf, useTimes, type Urgency } from './use-times'

const ICONS: Record<Urgency, IconName> = { late: 'clock', today: 'clock', later: 'clock', reply: 'answer', still: 'flag' }

export function TodayReports({ reports }: { reports: ReportRow[] }) {
  const { t } = useWords()
  const words = t.defects.today
  const times = useTimes(useOfficeDay())
  const why = (row: ReportRow): [string, IconName, string] => {
    const urgency = urgencyOf(row)
    if (row.flags > 0 && urgency !== 'late') return [words.flagged, 'flag', words.check]
    if (urgency === 'reply' || row.due_at === null) return [words.reply, ICONS.reply, words.read]
    const when = times.when(row.due_at)
    return [urgency === 'late' ? words.overdue(when) : words.due(when, times.span(row.remaining_minutes ?? 0)), ICONS[urgency], words.answer]
  }
  return (
    <>
      {reports.map((row) => {
        const [reason, icon, deed] = why(row)
        return (
          <Row
            key={row.id}
            href={addressOfReport(row.id)}
            picture={thumbOf(row)}
            icon={iconNamed(row.category.icon)}
            title={[row.title, row.place].filter(Boolean).join(', ')}
            line={
              <strong class={`today-why is-${row.flags > 0 ? 'late' : urgencyOf(row)}`}>
                <Icon name={icon} size={18} />
                {reason}
              </strong>
            }
            action={deed}
          />
        )
      })}
    </>
  )
}

/** What has time, in one line. */
export function LaterReports({ count }: { count: number }) {
  const { t } = useWords()
  const words = t.defects.today
  if (count === 0) return null
  return (
    <p class="muted today-later">
      {words.later(count)} <a href={LIST}>{words.open}</a>
    </p>
  )
}
