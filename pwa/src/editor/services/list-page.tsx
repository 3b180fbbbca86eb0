// SPDX-License-Identifier: EUPL-1.2
/** All services of the directory: broken links first, then from A to Z. */

import { staff } from '../../api/staff'
import { navigate } from '../../ui/router'
import { useWords } from '../i18n'
import { ListSearch } from '../publishing/list-tools'
import { Button } from '../ui/button'
import { FilterChips } from '../ui/chips'
import { Empty } from '../ui/empty'
import { Gate } from '../ui/gate'
import { Icon } from '../ui/icon'
import { useKeptFilter } from '../ui/kept-filter'
import { useLoad } from '../ui/load'
import type { MenuItem } from '../ui/menu'
import { Pager } from '../ui/pager'
import { useDeeds } from './deeds'
import { isNarrowed, VIEWS, ways, type View } from './filter'
import { ServicesFrame } from './frame'
import type { ServiceRow } from './model'
import { newService, SERVICES } from './places'
import { ServiceList } from './service-list'
import { useCheck } from './use-check'

const PAGE_SIZE = 50

export function ServiceListPage() {
  const { t } = useWords()
  const words = t.services
  const [filter, put] = useKeptFilter(SERVICES, ways)
  const change = (part: Partial<typeof filter>) => put({ ...filter, page: 1, ...part })
  const { view, situation, q, page } = filter
  const query = { view, page, page_size: PAGE_SIZE, situation, q }
  const list = useLoad(ways.address(filter), () => staff.GET('/api/v1/staff/services', { params: { query } }))
  const counts = useLoad('services/counts', () => staff.GET('/api/v1/staff/services/counts'))
  const situations = useLoad('services/situations', () => staff.GET('/api/v1/staff/services/situations'))
  const reload = () => {
    void list.reload()
    void counts.reload()
  }
  const check = useCheck(reload)
  const deeds = useDeeds(reload)
  const menu = (row: ServiceRow): MenuItem[] => [
    { label: words.edit, icon: 'write', href: `${SERVICES}/${row.id}` },
    ...(row.hidden ? [] : [{ label: words.view, icon: 'eye' as const, href: `/dienste/${row.id}` }]),
    row.hidden
      ? { label: words.show, icon: 'eye', onSelect: () => void deeds.show(row) }
      : { label: words.hide, icon: 'hidden', onSelect: () => void deeds.hide(row) },
  ]
  const chips = VIEWS.filter((name) => name === 'all' || name === view || counts.data === undefined || counts.data[name] > 0)
  return (
    <ServicesFrame
      tab="services"
      action={
        <>
          <Button icon="refresh" busy={check.running} onPress={check.begin}>
            {check.running ? words.check.running(check.checked, check.total) : words.check.now}
          </Button>
          <Button kind="main" icon="plus" onPress={() => navigate(newService())}>
            {words.add}
          </Button>
        </>
      }
    >
      <div class="list-tools">
        <FilterChips
          label={words.filters}
          value={view}
          options={chips.map((name) => ({ value: name, label: words.views[name], count: counts.data?.[name] }))}
          onChoose={(name) => change({ view: name as View })}
        />
        <div class="list-finders">
          <ListSearch label={words.search} value={q ?? ''} onSearch={(text) => change({ q: text === '' ? undefined : text })} />
          <label class="list-select">
            <select aria-label={words.situation} value={situation ?? ''} onChange={(event) => change({ situation: event.currentTarget.value || undefined })}>
              <option value="">{words.allSituations}</option>
              {(situations.data ?? []).map(({ slug, name }) => (
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
        {(rows) => {
          const total = list.total ?? rows.length
          if (rows.length === 0)
            return isNarrowed(filter) ? (
              <Empty
                icon="search"
                title={q === undefined ? t.publishing.nothingHereTitle : t.publishing.nothingTitle(q)}
                text={words.nothing}
                action={<Button onPress={() => put({ view: 'all', situation: undefined, q: undefined, page: 1 })}>{t.publishing.reset}</Button>}
              />
            ) : (
              <Empty icon="services" title={words.emptyTitle} text={words.empty} />
            )
          return (
            <>
              <ServiceList rows={rows} menu={menu} />
              {total > PAGE_SIZE ? (
                <Pager page={page} size={PAGE_SIZE} total={total} words={words.pager} href={(to) => ways.address({ ...filter, page: to })} />
              ) : (
                <p class="muted list-foot">{words.shown(rows.length, (counts.data?.broken ?? 0) > 0 && view === 'all' && q === undefined)}</p>
              )}
            </>
          )
        }}
      </Gate>
    </ServicesFrame>
  )
}
