// SPDX-License-Identifier: EUPL-1.2
/** Who did what when: sentences by day, read only. */

import { staff } from '../../api/staff'
import { clock, dayInWords, weekday } from '../../i18n/dates'
import { usePlace } from '../../ui/router'
import { useWords } from '../i18n'
import { Avatar } from '../ui/avatar'
import { Empty } from '../ui/empty'
import { Gate } from '../ui/gate'
import { useLoad } from '../ui/load'
import { ListPage } from '../ui/page'
import { Pager } from '../ui/pager'
import { areaOf, sentenceOf, type AuditEntry } from './words'
import './people.scss'

const SIZE = 50

export function LogPage() {
  const { t, language } = useWords()
  const page = Math.max(1, Number(usePlace().query.get('seite')) || 1)
  const read = useLoad(`log ${page}`, () => staff.GET('/api/v1/staff/audit', { params: { query: { page, page_size: SIZE } } }))
  const now = new Date()
  const dayOf = (iso: string) => {
    const [near, full] = [dayInWords(new Date(iso), now, language), weekday(new Date(iso), now, language)]
    return near === full ? full : `${near}, ${full.split(', ').pop()}`
  }
  return (
    <ListPage title={t.people.log.title} sub={t.people.log.sub}>
      <Gate of={read}>
        {(entries) => (
          <>
            {entries.length === 0 && <Empty icon="log" title={t.people.log.empty} />}
            {byDay(entries, dayOf).map(([day, rows]) => (
              <section key={day} class="row-group">
                <h2 class="group-heading">{day}</h2>
                <ul class="rows log" role="list">
                  {rows.map((entry) => (
                    <Line key={entry.id} entry={entry} time={clock(new Date(entry.at), language).replace(/\s*Uhr$/, '')} />
                  ))}
                </ul>
              </section>
            ))}
            <Pager page={page} size={SIZE} total={read.total ?? 0} href={(to) => `/redaktion/protokoll?seite=${to}`} />
          </>
        )}
      </Gate>
    </ListPage>
  )
}

function byDay(entries: AuditEntry[], dayOf: (iso: string) => string): [string, AuditEntry[]][] {
  const days = new Map<string, AuditEntry[]>()
  for (const entry of entries) days.set(dayOf(entry.at), [...(days.get(dayOf(entry.at)) ?? []), entry])
  return [...days]
}

function Line({ entry, time }: { entry: AuditEntry; time: string }) {
  const { t } = useWords()
  return (
    <li class="row log-row">
      <time dateTime={entry.at}>{time}</time>
      <Avatar small name={entry.actor} icon={entry.actor === '' ? 'machine' : undefined} />
      <p class="log-words">
        {sentenceOf(entry, t).map(({ is, text, href }, index) =>
          is === 'text' ? text : href === undefined ? <strong key={index}>{text}</strong> : <a key={index} href={href}>{text}</a>,
        )}
      </p>
      <span class="log-area">{areaOf(entry, t)}</span>
    </li>
  )
}
