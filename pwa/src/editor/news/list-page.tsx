// SPDX-License-Identifier: EUPL-1.2
/** All news: what is unfinished first, then what residents see. */

import { staff } from '../../api/staff'
import { navigate } from '../../ui/router'
import { useWords } from '../i18n'
import { addressOf, groupsOf } from '../publishing/filters'
import { ItemList, PAGE_SIZE } from '../publishing/item-list'
import { ListTools, useFilter } from '../publishing/list-tools'
import { newNews } from '../routes'
import { useSession } from '../session'
import { Button } from '../ui/button'
import { useLoad } from '../ui/load'
import { ListPage } from '../ui/page'
import { LIST, type StaffNewsRow } from './model'
import { NewsRow } from './news-row'

const GROUPS = ['work', 'visible', 'over'] as const

export function groupOf(row: Pick<StaffNewsRow, 'state' | 'submitted_at'>): (typeof GROUPS)[number] {
  if (row.submitted_at !== null || ['draft', 'submitted', 'scheduled'].includes(row.state)) return 'work'
  return row.state === 'visible' ? 'visible' : 'over'
}

export function NewsListPage() {
  const { t } = useWords()
  const { modules } = useSession()
  const [filter, change] = useFilter(LIST)
  const query = { page: filter.page, page_size: PAGE_SIZE, state: filter.state, category: filter.category, q: filter.q }
  const list = useLoad(addressOf(LIST, filter), () => staff.GET('/api/v1/staff/news', { params: { query } }))
  const counts = useLoad('news/counts', () => staff.GET('/api/v1/staff/news/counts'))
  const categories = useLoad('news/categories', () => staff.GET('/api/v1/staff/news/categories'))
  const reload = () => {
    void list.reload()
    void counts.reload()
  }
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
          <Button kind="plain" icon="feed" href={`${LIST}/quellen`}>
            {t.publishing.sources}
          </Button>
          <Button kind="main" icon="write" keys="n" onPress={() => navigate(newNews())}>
            {t.news.write}
          </Button>
        </>
      }
    >
      <ListTools searchLabel={t.news.search} filter={filter} counts={counts.data} categories={categories.data ?? []} change={change} />
      <ItemList
        of={list}
        list={LIST}
        filter={filter}
        groups={(rows) => groupsOf(rows, filter, GROUPS, groupOf).map((group) => ({ heading: t.publishing.groups[group.name], rows: group.rows }))}
        row={(row) => <NewsRow key={row.id} row={row} onChanged={reload} />}
        empty={{
          icon: 'news',
          title: t.news.emptyTitle,
          text: t.news.empty,
          action: <Button onPress={() => navigate(newNews())}>{t.news.write}</Button>,
        }}
        nothing={t.news.nothing}
      />
    </ListPage>
  )
}
