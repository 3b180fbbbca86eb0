// SPDX-License-Identifier: EUPL-1.2
/** All news: what is unfinished first, then what residents see; filters stand in the address and are remembered. */

import { useEffect, useState } from 'preact/hooks'
import { staff } from '../../api/staff'
import { navigate, usePlace } from '../../ui/router'
import { useWords } from '../i18n'
import { newNews } from '../routes'
import { useSession } from '../session'
import { Button } from '../ui/button'
import { FilterChips } from '../ui/chips'
import { Empty } from '../ui/empty'
import { Gate } from '../ui/gate'
import { Icon } from '../ui/icon'
import { useKeys } from '../ui/keys'
import { useLoad } from '../ui/load'
import { ListPage } from '../ui/page'
import { Pager } from '../ui/pager'
import { RowCard } from '../ui/rows'
import { addressOf, filterOf, groupsOf, recall, STATES, type Filter } from './filters'
import { NewsRow } from './news-row'

const SIZE = 50
const PAUSE_MS = 250

function useFilter(person: string): [Filter, (part: Partial<Filter>) => void] {
  const place = usePlace()
  const [first] = useState(() => (place.query.size === 0 ? recall(person) : undefined))
  const filter = place.query.size === 0 && first !== undefined ? first : filterOf(place.query)
  const address = addressOf(filter)
  useEffect(() => {
    recall.keep(person, filterOf(new URLSearchParams(address.split('?')[1])))
  }, [person, address])
  useEffect(() => {
    if (first !== undefined) navigate(addressOf(first), { replace: true })
  }, [first])
  return [filter, (part) => navigate(addressOf({ ...filter, page: 1, ...part }), { replace: true })]
}

function Search({ value, onSearch }: { value: string; onSearch(text: string): void }) {
  const { t } = useWords()
  const [text, setText] = useState(value)
  useEffect(() => setText(value), [value])
  useEffect(() => {
    if (text.trim() === value) return
    const timer = setTimeout(() => onSearch(text.trim()), PAUSE_MS)
    return () => clearTimeout(timer)
  })
  return (
    <label class="list-search">
      <Icon name="search" size={18} />
      <input
        id="news-search"
        type="search"
        value={text}
        placeholder={t.news.searchPlaceholder}
        aria-label={t.news.search}
        onInput={(event) => setText(event.currentTarget.value)}
        onKeyDown={(event) => event.key === 'Escape' && setText('')}
      />
      <kbd aria-hidden="true">/</kbd>
    </label>
  )
}

export function NewsListPage() {
  const { t } = useWords()
  const { person, modules } = useSession()
  const [filter, change] = useFilter(person.id)
  const query = { page: filter.page, page_size: SIZE, state: filter.state, category: filter.category, q: filter.q }
  const list = useLoad(addressOf(filter), () => staff.GET('/api/v1/staff/news', { params: { query } }))
  const counts = useLoad('news/counts', () => staff.GET('/api/v1/staff/news/counts'))
  const categories = useLoad('news/categories', () => staff.GET('/api/v1/staff/news/categories'))
  useKeys({ '/': { label: t.news.search, run: () => document.getElementById('news-search')?.focus(), group: 'lists' } })
  const reload = () => {
    void list.reload()
    void counts.reload()
  }
  const chips = STATES.filter((state) => state === 'all' || state === filter.state || counts.data === undefined || counts.data[state] > 0)
  const filtered = filter.state !== undefined || filter.category !== undefined || filter.q !== undefined
  const reset = () => navigate('/redaktion/nachrichten?stand=alle', { replace: true })
  return (
    <ListPage
      title={t.news.title}
      action={
        <>
          {modules.includes('push') && (
            <Button kind="plain" icon="bell" href="/redaktion/mitteilungen">
              {t.push.title}
            </Button>
          )}
          <Button kind="plain" icon="feed" href="/redaktion/nachrichten/quellen">
            {t.news.sources}
          </Button>
          <Button kind="main" icon="write" keys="n" onPress={() => navigate(newNews())}>
            {t.news.write}
          </Button>
        </>
      }
    >
      <div class="list-tools">
        <FilterChips
          label={t.news.filters}
          value={filter.state ?? 'all'}
          options={chips.map((state) => ({ value: state, label: t.news.filter[state], count: counts.data?.[state] }))}
          onChoose={(state) => change({ state: state === 'all' ? undefined : (state as Filter['state']) })}
        />
        <div class="list-finders">
          <Search value={filter.q ?? ''} onSearch={(q) => change({ q: q === '' ? undefined : q })} />
          <label class="list-select">
            <select
              aria-label={t.news.category}
              value={filter.category ?? ''}
              onChange={(event) => change({ category: event.currentTarget.value || undefined })}
            >
              <option value="">{t.news.allCategories}</option>
              {categories.data?.map(({ slug, name }) => (
                <option key={slug} value={slug}>
                  {name}
                </option>
              ))}
            </select>
            <Icon name="down" size={18} />
          </label>
        </div>
      </div>
      <Gate of={list}>
        {(rows) =>
          rows.length > 0 ? (
            <>
              {groupsOf(rows, filter).map(({ name, rows: members }) => (
                <RowCard key={name} heading={t.news.groups[name]} count={members.length}>
                  {members.map((row) => (
                    <NewsRow key={row.id} row={row} onChanged={reload} />
                  ))}
                </RowCard>
              ))}
              <Pager page={filter.page} size={SIZE} total={list.total ?? rows.length} href={(page) => addressOf({ ...filter, page })} />
            </>
          ) : filtered ? (
            <Empty
              icon="search"
              title={filter.q === undefined ? t.news.nothingHereTitle : t.news.nothingTitle(filter.q)}
              text={t.news.nothing}
              action={<Button onPress={reset}>{t.news.reset}</Button>}
            />
          ) : (
            <Empty icon="news" title={t.news.emptyTitle} text={t.news.empty} action={<Button onPress={() => navigate(newNews())}>{t.news.write}</Button>} />
          )
        }
      </Gate>
    </ListPage>
  )
}
