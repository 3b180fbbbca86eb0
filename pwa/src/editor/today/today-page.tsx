// SPDX-License-Identifier: EUPL-1.2
/** Heute: one short list of what needs somebody, each with why and one button; beside it what appears next. */

import { staff, type Answer } from '../../api/staff'
import { weekday } from '../../i18n/dates'
import { goUp, usePlace } from '../../ui/router'
import { dayWords, momentWords } from '../compose/moments'
import { LaterReports, TodayReports } from '../defects/today-rows'
import { useOpenSuggestions } from '../events/suggestions'
import { useWords } from '../i18n'
import { CLOSING, newEvent, newNews } from '../routes'
import { Bell } from '../push/bell'
import { CloseToday } from '../services/offices/close-sheet'
import { useSession } from '../session'
import { Button } from '../ui/button'
import { Empty } from '../ui/empty'
import { Gate } from '../ui/gate'
import { useLoad } from '../ui/load'
import { ListPage } from '../ui/page'
import { useRoom } from '../ui/room'
import { Row, RowCard } from '../ui/rows'
import { agendaOf, partOfDay, type Agenda, type Piece, type Report, type Source } from './agenda'
import './today.scss'

const TODAY = '/redaktion'

/** Where each kind is written, and where it comes from by itself. */
const HOMES = { news: '/redaktion/nachrichten', event: '/redaktion/termine' } as const

interface Read {
  rows: Piece[]
  sources: Source[]
  inbox: Report[]
}

const ALL = { params: { query: { page_size: 100 } } }
const DONE = { ok: true, etag: undefined, total: undefined } as const

/** What can be read is shown; who may see nothing of a part asks for nothing of it. */
async function readWork(news: boolean, events: boolean, sources: boolean, defects: boolean): Promise<Answer<Read>> {
  const [items, dates, feeds, calendars, reports] = await Promise.all([
    news ? staff.GET('/api/v1/staff/news', ALL) : undefined,
    events ? staff.GET('/api/v1/staff/events', ALL) : undefined,
    sources && news ? staff.GET('/api/v1/staff/news/sources') : undefined,
    sources && events ? staff.GET('/api/v1/staff/events/sources') : undefined,
    defects ? staff.GET('/api/v1/staff/defects', { params: { query: { view: 'inbox', page_size: 100 } } }) : undefined,
  ])
  for (const answer of [items, dates, reports]) if (answer?.ok === false) return answer
  const read: Read = { rows: [], sources: [], inbox: reports?.ok ? reports.data : [] }
  if (items?.ok) read.rows.push(...items.data.map((row) => ({ ...row, kind: 'news' as const })))
  if (dates?.ok) read.rows.push(...dates.data.map((row) => ({ ...row, kind: 'event' as const })))
  if (feeds?.ok) read.sources.push(...feeds.data.map((source) => ({ ...source, kind: 'news' as const })))
  if (calendars?.ok) read.sources.push(...calendars.data.map((source) => ({ ...source, kind: 'event' as const })))
  return { ...DONE, data: read }
}

export function TodayPage() {
  const { t, language } = useWords()
  const { can, person, modules } = useSession()
  const editor = can('EDITOR')
  const events = can('ORGANISER') && modules.includes('events')
  const defects = can('CLERK') && modules.includes('defects')
  const offices = editor && modules.includes('services')
  const phone = useRoom('phone')
  const closing = usePlace().query.has('geschlossen')
  const read = useLoad<Read>('today', () => readWork(editor, events, editor, defects))
  const suggestions = useOpenSuggestions()
  const now = new Date()
  const agenda = read.data && agendaOf(read.data.rows, read.data.sources, person.name, now, read.data.inbox)
  const count = agenda && agenda.reports.length + agenda.release.length + agenda.broken.length + (suggestions > 0 ? 1 : 0) + (person.second_factor_due === null ? 0 : 1)
  const day = weekday(now, now, language)
  const sub = count === undefined ? day : `${day} · ${count === 0 ? t.today.nothing : t.today.things(count)}`
  return (
    <>
      <ListPage
        title={t.today[partOfDay(now)]}
        sub={sub}
        action={
          editor ? (
            <>
              {offices && (
                <Button icon="door" href={CLOSING}>
                  {t.offices.close.button}
                </Button>
              )}
              {events && (
                <Button icon="cal" href={newEvent()} label={t.events.write}>
                  {phone && offices ? t.today.event : t.events.write}
                </Button>
              )}
              <Button kind="main" icon="write" keys="n" href={newNews()}>
                {t.today.write}
              </Button>
            </>
          ) : (
            events && (
              <Button kind="main" icon="cal" href={newEvent()}>
                {t.events.write}
              </Button>
            )
          )
        }
        aside={(editor || events) && agenda && <Reassurance agenda={agenda} />}
      >
        <Gate of={read}>{() => agenda && <Work agenda={agenda} suggestions={suggestions} />}</Gate>
      </ListPage>
      {offices && closing && <CloseToday onClose={() => goUp(TODAY)} />}
    </>
  )
}

function Work({ agenda, suggestions }: { agenda: Agenda; suggestions: number }) {
  const { t, language } = useWords()
  const { person, can } = useSession()
  const now = new Date()
  const when = (iso: string) => momentWords(new Date(iso), now, language)
  const due = person.second_factor_due
  const lacks: Record<Piece['kind'], Record<string, string>> = { news: t.news.lacks, event: t.events.lacks }
  const nothing = agenda.reports.length + agenda.release.length + agenda.broken.length + suggestions === 0 && due === null
  return (
    <>
      {nothing ? (
        <section class="card today-done">
          <Empty icon="done" title={t.today.done} text={can('ORGANISER') ? t.today.doneText : t.defects.empty} />
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
          {agenda.reports.length > 0 && <TodayReports reports={agenda.reports} />}
          {agenda.release.map((row) => (
            <Row
              key={row.id}
              href={`${HOMES[row.kind]}/${row.id}`}
              picture={row.image}
              icon="stamp"
              title={t.today.release(row.title || t.today.untitled)}
              line={[row.submitted_by, row.submitted_at && when(row.submitted_at), row.publish_at && t.today.dueToAppear(when(row.publish_at))].filter(Boolean).join(' · ')}
              action={t.today.check}
            />
          ))}
          {suggestions > 0 && (
            <Row href={`${HOMES.event}/vorschlaege`} icon="mail" title={t.today.suggestions(suggestions)} line={t.today.suggestionsText} action={t.today.look} />
          )}
          {agenda.broken.map((source) => (
            <Row
              key={source.id}
              href={`${HOMES[source.kind]}/quellen`}
              icon="plug"
              title={t.today.sourceBroken(source.name)}
              line={source.last_success_at === null ? t.today.sourceNever : t.today.sourceSince(when(source.last_success_at))}
              action={t.today.look}
            />
          ))}
        </RowCard>
      )}
      <LaterReports count={agenda.reportsLater} />
      {agenda.drafts.length > 0 && (
        <RowCard big heading={t.today.goOn}>
          {agenda.drafts.map((row) => (
            <Row
              key={row.id}
              href={`${HOMES[row.kind]}/${row.id}`}
              picture={row.image}
              icon="write"
              title={row.title || t.today.untitled}
              line={[when(row.edited_at), ...row.lacks.filter((each) => each !== 'title').map((each) => lacks[row.kind][each])].join(' · ')}
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
                <a href={`${HOMES[row.kind]}/${row.id}`}>{row.title}</a>
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
            {agenda.reached.map(({ kind, id, title, notification }) => (
              <li key={id}>
                <a href={`${HOMES[kind]}/${id}`}>{title}</a>
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
                <a href={`${HOMES[row.kind]}/${row.id}`}>{row.title}</a>
                <span class="muted">{row.published_at && momentWords(new Date(row.published_at), now, language)}</span>
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  )
}
