// SPDX-License-Identifier: EUPL-1.2
/** Everything searchable in one list, grouped by what it is; matches are marked, the count is announced. */

import type { Bootstrap, SearchHit } from '../api/types'
import { legendWord } from '../defects/status'
import { useTexts } from '../i18n'
import { useCached } from '../offline/cached'
import { Page } from '../ui/frame'
import { Highlight } from '../ui/highlight'
import type { IconName } from '../ui/icon'
import { Row, Rows } from '../ui/list'
import { navigate, usePlace } from '../ui/router'
import { SearchField } from '../ui/search-field'
import { Gate, Skeleton, StateNote } from '../ui/states'

const SHORTEST = 2
const ICONS: Record<SearchHit['type'], IconName> = {
  service: 'services',
  office: 'services',
  news: 'news',
  event: 'cal',
  defect: 'report',
  page: 'doc',
}

export function SearchPage({ boot }: { boot: Bootstrap }) {
  const { t } = useTexts()
  const query = (usePlace().query.get('q') ?? '').trim()
  const long = query.length >= SHORTEST
  const hits = useCached<SearchHit[]>(long ? 'search' : null, `/api/v1/search?q=${encodeURIComponent(query)}`)
  const count = long ? hits.data?.length : undefined
  return (
    <Page title={t.results.title} back={{ href: '/', label: t.tabs.start }} storedAt={long ? hits.storedAt : undefined}>
      <SearchField
        label={t.start.searchLabel}
        placeholder={t.start.searchPlaceholder}
        submit={t.search.submit}
        clear={t.search.clear}
        action="/suche"
        value={query}
        onSearch={(text) => navigate(text ? `/suche?q=${encodeURIComponent(text)}` : '/suche', { replace: true })}
        onClear={() => navigate('/suche', { replace: true })}
      />
      <p class="meta found" role="status">
        {!long ? t.results.hint : count ? t.results.count(count, query) : ''}
      </p>
      {long && (
        <Gate of={hits} words={t.gate} phone={boot.tenant.phone} skeleton={<Skeleton label={t.gate.loading} />}>
          {(found) =>
            found.length === 0 ? (
              <StateNote icon="search" title={t.results.noneTitle} text={t.results.none(query)} announce />
            ) : (
              <>
                <Group type="news" title={t.results.news} hits={found} query={query} lang={boot.tenant.language} />
                <Group type="event" title={t.results.event} hits={found} query={query} lang={boot.tenant.language} />
                <Group type="defect" title={t.results.defect} hits={found} query={query} lang={boot.tenant.language} />
                <Group type="page" title={t.results.pages} hits={found} query={query} lang={boot.tenant.language} />
              </>
            )
          }
        </Gate>
      )}
      {long && boot.tenant.phone !== null && (
        <p class="meta">
          {t.results.notFound}{' '}
          <a class="tall" href={`tel:${boot.tenant.phone.replace(/[^+\d]/g, '')}`}>{t.results.call}</a>
        </p>
      )}
    </Page>
  )
}

interface GroupProps {
  type: SearchHit['type']
  title: string
  hits: SearchHit[]
  query: string
  lang: string
}

function Group({ type, title, hits, query, lang }: GroupProps) {
  const { t, language, newsDate, eventDate } = useTexts()
  const own = hits.filter((hit) => hit.type === type)
  if (own.length === 0) return null
  return (
    <section>
      <h2 class="small-head">{title}</h2>
      <Rows>
        {own.map((hit) => (
          <Row
            key={hit.path}
            icon={ICONS[type]}
            href={hit.path}
            label={
              <span lang={lang}>
                <Highlight text={hit.title} query={query} />
              </span>
            }
            hint={
              <>
                {(hit.status === 'cancelled' || hit.status === 'postponed') && <strong>{t.event[hit.status]} · </strong>}
                {hit.light !== null && <strong>{legendWord(hit.light, language)} · </strong>}
                {hit.date !== null && type !== 'defect' && `${type === 'event' ? eventDate(hit.date, hit.all_day) : newsDate(hit.date)} · `}
                <span lang={lang}>
                  <Highlight text={hit.teaser} query={query} />
                </span>
              </>
            }
          />
        ))}
      </Rows>
    </section>
  )
}
