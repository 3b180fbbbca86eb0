// SPDX-License-Identifier: EUPL-1.2
/** Aktuelles: all news, newest first, by category and search; the choice stands in the address. */

import { useEffect, useState } from 'preact/hooks'
import type { Bootstrap, NewsListItem, ReadPath } from '../api/types'
import { useTexts } from '../i18n'
import { useCached, type Cached } from '../offline/cached'
import { Chips } from '../ui/chips'
import { Page } from '../ui/frame'
import { Icon } from '../ui/icon'
import { More } from '../ui/more'
import { entry, navigate, remember, usePlace } from '../ui/router'
import { SearchField } from '../ui/search-field'
import { Gate, Skeleton, StateNote } from '../ui/states'
import { NewsRow, stillValid } from './news-card'
import { keepSeen } from './seen'

const PAGE_SIZE = 20

interface Choice {
  category: string
  query: string
}

function address(choice: Choice): string {
  const search = new URLSearchParams()
  if (choice.category) search.set('kategorie', choice.category)
  if (choice.query) search.set('q', choice.query)
  const text = search.toString()
  return text ? `/aktuelles?${text}` : '/aktuelles'
}

function request(choice: Choice, page: number): ReadPath {
  const search = new URLSearchParams()
  if (choice.category) search.set('category', choice.category)
  if (choice.query) search.set('q', choice.query)
  if (page > 1) search.set('page', String(page))
  search.set('page_size', String(PAGE_SIZE))
  return `/api/v1/news?${search.toString()}`
}

export function NewsPage({ boot }: { boot: Bootstrap }) {
  const { t } = useTexts()
  const { query } = usePlace()
  const choice = { category: query.get('kategorie') ?? '', query: (query.get('q') ?? '').trim() }
  const first = useCached<NewsListItem[]>('news', request(choice, 1))
  const total = first.total ?? first.data?.length ?? 0
  const go = (next: Choice) => {
    // Another choice begins with its first page.
    remember({ pages: 1 })
    navigate(address(next), { replace: true })
  }
  const categories = boot.news?.categories ?? []
  return (
    <Page title={t.news.title} heading={false} storedAt={first.storedAt} wide>
      <div class="section-head">
        <h1 tabIndex={-1}>{t.news.title}</h1>
        {boot.push && (
          <a class="word-button" rel="nofollow" href={`/mehr/mitteilungen${choice.category && `?thema=${choice.category}`}`}>
            <Icon name="bell" size={20} />
            {t.push.notify}
          </a>
        )}
      </div>
      <div class="listing">
        <div class="listing-filter">
          <SearchField
            label={t.news.searchLabel}
            placeholder={t.news.searchLabel}
            submit={t.search.submit}
            clear={t.search.clear}
            action="/aktuelles"
            value={choice.query}
            onSearch={(text) => go({ ...choice, query: text })}
            onClear={() => go({ ...choice, query: '' })}
          />
          {categories.length > 1 && (
            <Chips
              label={t.news.categories}
              lang={boot.tenant.language}
              all={t.news.all}
              chosen={choice.category}
              choices={categories.map(({ slug, name }) => ({ value: slug, label: name }))}
              onChoose={(category) => go({ ...choice, category })}
            />
          )}
        </div>
        <div class="listing-results">
          {/* Stays while the choice changes: only then a screen reader hears the new count. */}
          <p role="status" class={choice.query && total > 0 ? 'meta found' : 'sr-only'}>
            {total > 0 && choice.query ? t.news.foundFor(total, choice.query) : total > 0 && choice.category ? t.news.found(total) : ''}
          </p>
          <List key={address(choice)} boot={boot} choice={choice} first={first} onAll={() => go({ category: '', query: '' })} />
        </div>
      </div>
    </Page>
  )
}

interface ListProps {
  boot: Bootstrap
  choice: Choice
  first: Cached<NewsListItem[]>
  onAll(): void
}

function List({ boot, choice, first, onAll }: ListProps) {
  const { t } = useTexts()
  // On the way back from an article as many pages stand open as before, so that the position is the same.
  const [pages, setPages] = useState(() => entry().pages ?? 1)
  const open = (count: number) => {
    setPages(count)
    remember({ pages: count })
  }
  return (
    <Gate of={first} words={t.gate} phone={boot.tenant.phone} skeleton={<Skeleton rows={4} label={t.gate.loading} />}>
      {(items) =>
        items.length === 0 ? (
          <Nothing choice={choice} onAll={onAll} />
        ) : (
          <>
            <ul class="card news-list" role="list">
              <Items items={items} lang={boot.tenant.language} />
              {Array.from({ length: pages - 1 }, (_, index) => (
                <Older key={index} boot={boot} choice={choice} page={index + 2} />
              ))}
            </ul>
            {first.nextPage != null && <Further choice={choice} pages={pages} onMore={() => open(pages + 1)} />}
          </>
        )
      }
    </Gate>
  )
}

function Items({ items, lang }: { items: NewsListItem[]; lang: string }) {
  useEffect(() => keepSeen(items), [items])
  return (
    <>
      {items.filter(stillValid).map((item) => (
        <NewsRow key={item.id} item={item} level={2} lang={lang} />
      ))}
    </>
  )
}

function Older({ boot, choice, page }: { boot: Bootstrap; choice: Choice; page: number }) {
  const { t } = useTexts()
  const older = useCached<NewsListItem[]>('news', request(choice, page))
  if (older.data !== undefined) return <Items items={older.data} lang={boot.tenant.language} />
  return (
    <li>
      <Gate of={older} words={t.gate} phone={boot.tenant.phone} skeleton={<Skeleton rows={2} label={t.gate.loading} text />}>
        {() => null}
      </Gate>
    </li>
  )
}

function Further({ choice, pages, onMore }: { choice: Choice; pages: number; onMore(): void }) {
  const { t } = useTexts()
  const last = useCached<NewsListItem[]>(pages > 1 ? 'news' : null, request(choice, pages))
  return <More last={last} pages={pages} words={[t.news.older, t.news.olderLoading]} onMore={onMore} />
}

function Nothing({ choice, onAll }: { choice: Choice; onAll(): void }) {
  const { t } = useTexts()
  if (choice.query)
    return (
      <StateNote icon="search" title={t.news.noHitsTitle} text={t.news.noHits(choice.query)} announce>
        <a class="kern-btn kern-btn--secondary kern-btn--block" href={`/suche?q=${encodeURIComponent(choice.query)}`}>
          <span class="kern-label">{t.news.searchEverywhere}</span>
        </a>
      </StateNote>
    )
  return (
    <StateNote icon="news" title={t.news.emptyTitle} text={choice.category ? t.news.emptyCategory : t.news.empty} announce>
      {choice.category && (
        <button type="button" class="kern-btn kern-btn--secondary kern-btn--block" onClick={onAll}>
          <span class="kern-label">{t.news.showAll}</span>
        </button>
      )}
    </StateNote>
  )
}
