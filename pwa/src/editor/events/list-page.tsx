// SPDX-License-Identifier: EUPL-1.2
/** All events: what is unfinished first, then what comes, by its next date. */

import { staff } from '../../api/staff'
import { navigate } from '../../ui/router'
import { useWords } from '../i18n'
import { addressOf, groupsOf } from '../publishing/filters'
import { ItemList, PAGE_SIZE } from '../publishing/item-list'
import { ListTools, useFilter } from '../publishing/list-tools'
import { newEvent } from '../routes'
import { useSession } from '../session'
import { Button } from '../ui/button'
import { useLoad } from '../ui/load'
import { MoreMenu, type MenuItem } from '../ui/menu'
import { ListPage } from '../ui/page'
import { useRoom } from '../ui/room'
import { EventRow } from './event-row'
import { LIST, type StaffEventRow } from './model'
import { useOpenSuggestions } from './suggestions'

const GROUPS = ['work', 'coming', 'over'] as const

export function groupOf(row: Pick<StaffEventRow, 'state' | 'submitted_at' | 'next_date'>): (typeof GROUPS)[number] {
  if (row.submitted_at !== null || ['draft', 'submitted', 'scheduled'].includes(row.state)) return 'work'
  return row.state === 'visible' && row.next_date !== null ? 'coming' : 'over'
}

export function EventListPage() {
  const { t } = useWords()
  const { can } = useSession()
  const [filter, change] = useFilter(LIST)
  const query = { page: filter.page, page_size: PAGE_SIZE, state: filter.state, category: filter.category, q: filter.q }
  const list = useLoad(addressOf(LIST, filter), () => staff.GET('/api/v1/staff/events', { params: { query } }))
  const counts = useLoad('events/counts', () => staff.GET('/api/v1/staff/events/counts'))
  const categories = useLoad('events/categories', () => staff.GET('/api/v1/staff/events/categories'))
  const suggestions = useOpenSuggestions()
  const reload = () => {
    void list.reload()
    void counts.reload()
  }
  const write = () => navigate(newEvent())
  const phone = useRoom('phone')
  const others: MenuItem[] = can('EDITOR')
    ? [
        { label: suggestions === 0 ? t.events.suggestions : `${t.events.suggestions} (${suggestions})`, icon: 'mail', href: `${LIST}/vorschlaege` },
        { label: t.events.organisers, icon: 'people', href: `${LIST}/veranstalter` },
        { label: t.publishing.sources, icon: 'feed', href: `${LIST}/quellen` },
      ]
    : []
  return (
    <ListPage
      title={t.events.title}
      action={
        <>
          {!phone &&
            others.map(({ label, icon, href }) => (
              <Button key={label} kind="plain" icon={icon} href={href}>
                {label}
              </Button>
            ))}
          <Button kind="main" icon="write" onPress={write}>
            {t.events.write}
          </Button>
          {phone && <MoreMenu items={others} />}
        </>
      }
    >
      <ListTools searchLabel={t.events.search} filter={filter} counts={counts.data} categories={categories.data ?? []} change={change} />
      <ItemList
        of={list}
        list={LIST}
        filter={filter}
        groups={(rows) => groupsOf(rows, filter, GROUPS, groupOf).map((group) => ({ heading: t.events.groups[group.name], rows: group.rows }))}
        row={(row) => <EventRow key={row.id} row={row} onChanged={reload} />}
        empty={{ icon: 'cal', title: t.events.emptyTitle, text: t.events.empty, action: <Button onPress={write}>{t.events.write}</Button> }}
        nothing={t.events.nothing}
      />
    </ListPage>
  )
}
