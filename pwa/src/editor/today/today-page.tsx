// SPDX-License-Identifier: EUPL-1.2
/** Heute: one short list of what needs somebody, each with why and one button; beside it what appears next. */

import { staff } from '../../api/staff'
import { weekday } from '../../i18n/dates'
import { dayWords, momentWords } from '../compose/moments'
import { useWords } from '../i18n'
import { newNews } from '../routes'
import { Bell } from '../push/bell'
import { useSession } from '../session'
import { Button } from '../ui/button'
import { Empty } from '../ui/empty'
import { Gate } from '../ui/gate'
import { useLoad } from '../ui/load'
import { ListPage } from '../ui/page'
import { Row, RowCard } from '../ui/rows'
import { agendaOf, partOfDay, type Agenda, type NewsRow, type Source } from './agenda'
import './today.scss'

interface Read {
  rows: NewsRow[]
  sources: Source[]
}

async function readNews() {
  const [rows, sources] = await Promise.all([
    staff.GET('/api/v1/staff/news', { params: { query: { page_size: 100 } } }),
    staff.GET('/api/v1/staff/news/sources'),
  ])
  if (!rows.ok) return rows
  return { ...rows, data: { rows: rows.data, sources: sources.ok ? sources.data : [] } }
}

const NOTHING: Read = { rows: [], sources: [] }

export function TodayPage() {
  const { t, language } = useWords()
  const { can, person } = useSession()
  const editor = can('EDITOR')
  const read = useLoad<Read>('today', async () => (editor ? readNews() : { ok: true, data: NOTHING, etag: undefined, total: undefined }))
  const now = new Date()
  const agenda = read.data && agendaOf(read.data.rows, read.data.sources, person.name, now)
  const count = agenda && agenda.release.length + agenda.broken.length + (person.second_factor_due === null ? 0 : 1)
  const day = weekday(now, now, language)
  const sub = count === undefined ? day : `${day} · ${count === 0 ? t.today.nothing : t.today.things(count)}`
  return (
    <ListPage
      title={t.today[partOfDay(now)]}
      sub={sub}
      action={
        editor && (
          <Button kind="main" icon="write" keys="n" href={newNews()}>
            {t.today.write}
          </Button>
        )
      }
      aside={editor && agenda && <Reassurance agenda={agenda} />}
    >
      <Gate of={read}>{() => agenda && <Work agenda={agenda} />}</Gate>
    </ListPage>
  )
}

function Work({ agenda }: { agenda: Agenda }) {
  const { t, language } = useWords()
  const { person, can } = useSession()
  const now = new Date()
  const when = (iso: string) => momentWords(new Date(iso), now, language)
  const due = person.second_factor_due
  const nothing = agenda.release.length + agenda.broken.length === 0 && due === null
  return (
    <>
      {nothing ? (
        <section class="card today-done">
          <Empty icon="done" title={t.today.done} text={can('EDITOR') && t.today.doneText} />
        </section>
      ) : (
        <RowCard big heading={t.today.needed}>
          {due !== null && (
            <Row
              href="/redaktion/konto#zweiter-faktor"
              icon="unsafe"
              title={t.today.factor}
              line={<strong class="waits">{t.today.factorDue(dayWords(new Date(due), now, language))}</strong>}
              action={t.today.factorSetUp}
            />
          )}
          {agenda.release.map((row) => (
            <Row
              key={row.id}
              href={`/redaktion/nachrichten/${row.id}`}
              picture={row.image}
              icon="stamp"
              title={t.today.release(row.title || t.today.untitled)}
              line={[row.submitted_by, row.submitted_at && when(row.submitted_at), row.publish_at && t.today.dueToAppear(when(row.publish_at))].filter(Boolean).join(' · ')}
              action={t.today.check}
            />
          ))}
          {agenda.broken.map((source) => (
            <Row
              key={source.id}
              href="/redaktion/nachrichten/quellen"
              icon="plug"
              title={t.today.sourceBroken(source.name)}
              line={source.last_success_at === null ? t.today.sourceNever : t.today.sourceSince(when(source.last_success_at))}
              action={t.today.look}
            />
          ))}
        </RowCard>
      )}
      {agenda.drafts.length > 0 && (
        <RowCard big heading={t.today.goOn}>
          {agenda.drafts.map((row) => (
            <Row
              key={row.id}
              href={`/redaktion/nachrichten/${row.id}`}
              picture={row.image}
              icon="write"
              title={row.title || t.today.untitled}
              line={[when(row.edited_at), ...row.lacks.filter((each) => each !== 'title').map((each) => t.news.lacks[each as keyof typeof t.news.lacks])].join(' · ')}
              chevron
            />
          ))}
        </RowCard>
      )}
    </>
  )
}

function Reassurance({ agenda }: { agenda: Agenda }) {
  const { t, language } = useWords()
  const now = new Date()
  return (
    <>
      <section>
        <h2>{t.today.next}</h2>
        {agenda.next.length === 0 && <p class="muted">{t.today.nextNone}</p>}
        <ul class="coming" role="list">
          {agenda.next.map((row) => (
            <li key={row.id}>
              <span class="coming-when">{momentWords(new Date(row.publish_at ?? ''), now, language).replace(', ', '\n')}</span>
              <span>
                <a href={`/redaktion/nachrichten/${row.id}`}>{row.title}</a>
                {row.notification && <Bell words {...row.notification} />}
                {row.state === 'submitted' && <strong class="waits">{t.today.waits}</strong>}
              </span>
            </li>
          ))}
        </ul>
      </section>
      {agenda.reached.length > 0 && (
        <section>
          <h2>{t.push.lately}</h2>
          <ul class="lately" role="list">
            {agenda.reached.map(({ id, title, notification }) => (
              <li key={id}>
                <a href={`/redaktion/nachrichten/${id}`}>{title}</a>
                {notification && (
                  <span class="muted">
                    {momentWords(new Date(notification.due_at), now, language)} · {t.push.latelyCount(notification.reached, notification.devices)}
                  </span>
                )}
              </li>
            ))}
          </ul>
          <a href="/redaktion/mitteilungen">{t.push.list.all}</a>
        </section>
      )}
      {agenda.lately.length > 0 && (
        <section>
          <h2>{t.today.lately}</h2>
          <ul class="lately" role="list">
            {agenda.lately.map((row) => (
              <li key={row.id}>
                <a href={`/redaktion/nachrichten/${row.id}`}>{row.title}</a>
                <span class="muted">{row.published_at && momentWords(new Date(row.published_at), now, language)}</span>
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  )
}
