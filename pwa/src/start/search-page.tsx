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
import { telOf } from '../ui/phone'
import { navigate, usePlace } from '../ui/router'
import { SearchField } from '../ui/search-field'
import { Gate, Skeleton, StateNote } from '../ui/states'
import { useLater } from './later'
import { useWords } from './words'

const SHORTEST = 2
/** In this order. */
const GROUPS: SearchHit['type'][] = ['service', 'office', 'news', 'event', 'defect', 'page']
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
  const words = useWords()
  const query = (usePlace().query.get('q') ?? '').trim()
  const long = query.length >= SHORTEST
  const hits = useCached<SearchHit[]>(long ? 'search' : null, `/api/v1/search?q=${encodeURIComponent(query)}`)
  const alone = long && boot.services !== null && hits.state === 'offline' && hits.data === undefined
  const Offline = useLater(alone, async () => (await import('../services/offline-results')).OfflineResults)
  const count = long ? hits.data?.length : undefined
  return (
    <Page title={words.title} back={{ href: '/', label: t.tabs.start }} storedAt={long ? hits.storedAt : undefined}>
      <SearchField
        label={t.start.searchLabel}
        placeholder={boot.services ? t.start.searchExample : t.start.searchPlaceholder}
        submit={t.search.submit}
        clear={t.search.clear}
        action="/suche"
        value={query}
        onSearch={(text) => navigate(text ? `/suche?q=${encodeURIComponent(text)}` : '/suche', { replace: true })}
        onClear={() => navigate('/suche', { replace: true })}
      />
      <p class="meta found" role="status">
        {!long ? words.hint : count ? words.count(count, query) : ''}
      </p>
      {Offline && <Offline boot={boot} query={query} />}
      {long && !Offline && (
        <Gate of={hits} words={t.gate} phone={boot.tenant.phone} skeleton={<Skeleton label={t.gate.loading} />}>
          {(found) =>
            found.length === 0 ? (
              <StateNote icon="search" title={words.noneTitle} text={words.none(query)} announce />
            ) : (
              <>
                {GROUPS.map((type) => (
                  <Group key={type} type={type} title={words.groups[type]} hits={found} query={query} lang={boot.tenant.language} />
                ))}
              </>
            )
          }
        </Gate>
      )}
      {long && !Offline && boot.tenant.phone !== null && (
        <p class="meta">
          {words.notFound}{' '}
          <a class="tall" href={telOf(boot.tenant.phone)}>{words.call}</a>
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
