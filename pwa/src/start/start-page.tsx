// SPDX-License-Identifier: EUPL-1.2
/** Start: everything from the one bootstrap answer; warnings before search, search before news. */

import { useEffect } from 'preact/hooks'
import type { Bootstrap, NewsListItem, QuickAction } from '../api/types'
import { NextEvents } from '../events/next-events'
import { useTexts } from '../i18n'
import { LeadCard, NewsRow, stillValid } from '../news/news-card'
import { keepSeen } from '../news/seen'
import { OfflineLine, useTitle } from '../ui/frame'
import { Icon, iconNamed } from '../ui/icon'
import { useMedia } from '../ui/media'
import { navigate } from '../ui/router'
import { SearchField } from '../ui/search-field'
import { Skeleton } from '../ui/states'
import { Hero } from './hero'
import { useLater } from './later'
import { Notices } from './notices'

const ROWS = 3

function Search({ example }: { example: boolean }) {
  const { t } = useTexts()
  return (
    <SearchField
      label={t.start.searchLabel}
      placeholder={example ? t.start.searchExample : t.start.searchPlaceholder}
      submit={t.search.submit}
      clear={t.search.clear}
      action="/suche"
      onSearch={(query) => navigate(query ? `/suche?q=${encodeURIComponent(query)}` : '/suche')}
    />
  )
}

function Quick({ actions, lang }: { actions: QuickAction[]; lang: string }) {
  const { t, language } = useTexts()
  if (actions.length === 0) return null
  return (
    <nav aria-label={t.start.quick}>
      <ul class="quick" role="list">
        {actions.map((action, index) => (
          <li key={action.href}>
            <a class={index === 0 ? 'quick-action first' : 'quick-action'} href={action.href} lang={lang}>
              <span class="tile">
                <Icon name={iconNamed(action.icon)} />
              </span>
              <span>
                {action.label}
                {action.href.startsWith('http') && <span class="sr-only" lang={language}> {t.start.external}</span>}
              </span>
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}

function News({ items, lang }: { items: NewsListItem[]; lang: string }) {
  const { t } = useTexts()
  const [lead, ...others] = items
  useEffect(() => keepSeen(items), [items])
  return (
    <section class="start-news" aria-labelledby="start-news">
      <div class="section-head">
        <h2 id="start-news">{t.start.news}</h2>
        <a class="arrow-link" href="/aktuelles" aria-label={t.start.allNewsLong}>
          {t.start.allNews}
          <Icon name="chev" size={20} />
        </a>
      </div>
      {lead === undefined ? (
        <p class="note">{t.start.noNews}</p>
      ) : (
        <>
          <LeadCard item={lead} lang={lang} />
          {others.length > 0 && (
            <ul class="card news-list start-rows" role="list">
              {others.slice(0, ROWS).map((item) => (
                <NewsRow key={item.id} item={item} level={3} lang={lang} card />
              ))}
            </ul>
          )}
        </>
      )}
    </section>
  )
}

export function StartPage({ boot, bootStoredAt }: { boot: Bootstrap; bootStoredAt: number | undefined }) {
  const { t } = useTexts()
  const { tenant, news, events, defects, services } = boot
  // Only a wide Start has room for what was reported last, and one with little to tell for what is asked for most.
  const Reports = useLater(useMedia('(min-width: 60em)') && defects !== null, async () => (await import('../defects/last-reports')).LastReports)
  const Top = useLater(services !== null && (news === null || events === null), async () => (await import('../services/top')).TopServices)
  const top = Top && services && <Top items={services.top} lang={tenant.language} />
  useTitle('')
  // What stands as a notice on top need not stand in the list again.
  const notices = new Set(news?.notices.filter(stillValid).map(({ id }) => id))
  const items = (news?.items ?? []).filter((item) => stillValid(item) && !notices.has(item.id))
  return (
    <main id="inhalt" tabIndex={-1} class="start">
      <Hero tenant={tenant} more={t.more}>
        <div class="hero-search">
          <h2>{t.start.searchTitle}</h2>
          <Search example={services !== null} />
        </div>
      </Hero>
      <div class="ground">
        <OfflineLine storedAt={bootStoredAt} />
        <div class="content">
          <Notices boot={boot} />
          <div class="start-search">
            <Search example={services !== null} />
          </div>
          <Quick actions={boot.quick_actions} lang={tenant.language} />
          <div class="start-columns">
            {news ? <News items={items} lang={tenant.language} /> : top}
            {(events ?? defects ?? services) && (
              <div class="start-side">
                {events && <NextEvents items={events.items} lang={tenant.language} />}
                {Reports && defects && <Reports items={defects.items} lang={tenant.language} />}
                {news && top}
              </div>
            )}
          </div>
        </div>
      </div>
    </main>
  )
}

/** Start before the first answer: land and sky stand already, so that nothing jumps. */
export function StartWaiting() {
  const { t } = useTexts()
  return (
    <main id="inhalt" tabIndex={-1} class="start">
      <Hero tenant={undefined} more={t.more} />
      <div class="ground">
        <div class="content">
          <Skeleton label={t.gate.loading} />
        </div>
      </div>
    </main>
  )
}
