// SPDX-License-Identifier: EUPL-1.2
/** The inbox of reports: what is due next in working time, as list or map; one tap or key from each row into the work. */

import { useState } from 'preact/hooks'
import { staff } from '../../api/staff'
import { iconNamed } from '../../ui/icon'
import { navigate } from '../../ui/router'
import { useWords } from '../i18n'
import { ListSearch } from '../publishing/list-tools'
import { useSession } from '../session'
import { Button } from '../ui/button'
import { FilterChips } from '../ui/chips'
import { Segmented } from '../ui/choices'
import { Icon } from '../ui/icon'
import { useKeptFilter } from '../ui/kept-filter'
import { useLoad } from '../ui/load'
import { MenuButton, MoreMenu, type MenuItem } from '../ui/menu'
import { ListPage } from '../ui/page'
import { useRoom } from '../ui/room'
import { AssignSheet } from './assign-sheet'
import { useCounts, useOfficeHours } from './counts'
import './defects.scss'
import './inbox-tools.scss'
import './floats.scss'
import './answer.scss'
import { isNarrowed, ways, type Filter } from './filter'
import { Inbox } from './inbox'
import { InboxFoot, useInboxKeys } from './inbox-keys'
import { InboxMap } from './inbox-map'
import { MergeDialog } from './merge-dialog'
import { addressOfReport, LIST, PAGE_SIZE, VIEWS, type ReportRow, type View } from './model'
import { printTour } from './tour'
import { useTimes } from './use-times'

type Deed = { kind: 'assign' | 'duplicate'; rows: ReportRow[] }

export function DefectListPage() {
  const { t } = useWords()
  const words = t.defects
  const { can, tenant } = useSession()
  const phone = useRoom('phone')
  const [filter, put] = useKeptFilter(LIST, ways)
  const change = (part: Partial<Filter>) => put({ ...filter, page: 1, ...part })
  const query = { view: filter.view, category: filter.category, q: filter.q, assignee: filter.mine ? ('me' as const) : undefined, page: filter.page, page_size: PAGE_SIZE }
  const list = useLoad<ReportRow[]>(`defects ${ways.address({ ...filter, map: false })}`, () => staff.GET('/api/v1/staff/defects', { params: { query } }))
  const counts = useCounts()
  const [marked, setMarked] = useState<string[]>([])
  const [marking, setMarking] = useState(false)
  const [deed, setDeed] = useState<Deed>()
  const [from, to] = useOfficeHours()
  const times = useTimes((to - from) * 60)
  const rows = list.data ?? []
  const area = useLoad('defects/area', () => staff.GET('/api/v1/defects/area'))
  const print = (what: ReportRow[]) => void printTour(what, tenant.name, area.data?.border ?? null)
  const chosen = rows.filter(({ id }) => marked.includes(id))
  const toggle = (id: string) => {
    setMarking(true)
    setMarked(marked.includes(id) ? marked.filter((each) => each !== id) : [...marked, id])
  }
  const unmark = () => (setMarked([]), setMarking(false))
  const done = () => {
    setDeed(undefined)
    unmark()
    void list.reload()
    void counts.reload()
  }
  useInboxKeys({
    row: (id) => rows.find((row) => row.id === id),
    onMark: ({ id }) => toggle(id),
    onAccept: ({ id }) => navigate(`${addressOfReport(id)}?tun=annehmen`),
    onForward: ({ id }) => navigate(`${addressOfReport(id)}?tun=weiterleiten`),
    onAssign: (row) => setDeed({ kind: 'assign', rows: chosen.length > 0 ? chosen : [row] }),
    onDuplicate: (row) => setDeed({ kind: 'duplicate', rows: [row] }),
  })

  const others: MenuItem[] = [
    { label: marking ? words.unmark : words.keys.mark, icon: 'check', onSelect: () => (marking ? unmark() : setMarking(true)) },
    ...(phone ? [{ label: words.print, icon: 'print' as const, onSelect: () => print(rows) }] : []),
    { label: words.export, icon: 'download', href: '/api/v1/staff/defects/export.csv' },
    { label: words.statistics, icon: 'info', href: '/maengel/zahlen' },
    ...(can('ADMIN') ? [{ label: words.toCategories, icon: 'list' as const, href: '/redaktion/einstellungen' }] : []),
  ]
  const shown: [string, string] = filter.map ? ['karte', words.map] : ['liste', words.list]
  const count = counts.data?.inbox
  return (
    <ListPage
      title={words.title}
      sub={[count !== undefined && words.waiting(count), words.hours(from, to)].filter(Boolean).join(' · ')}
      action={
        <>
          {phone ? (
            <button type="button" class="icon-button" aria-pressed={filter.map} aria-label={filter.map ? words.list : words.map} onClick={() => change({ map: !filter.map })}>
              <Icon name={filter.map ? 'list' : 'map'} size={24} />
            </button>
          ) : (
            <Button kind="plain" icon="print" onPress={() => print(rows)}>
              {words.print}
            </Button>
          )}
          <MoreMenu items={others} />
        </>
      }
    >
      <div class="list-tools report-tools">
        <FilterChips
          label={words.viewsLabel}
          value={filter.view}
          options={VIEWS.map((view) => ({ value: view, label: words.views[view], count: view === 'closed' ? undefined : counts.data?.[view] }))}
          onChoose={(view) => (unmark(), change({ view: view as View }))}
        />
        <div class="list-finders">
          <ListSearch label={words.search} value={filter.q ?? ''} onSearch={(q) => change({ q: q === '' ? undefined : q })} />
          <Narrow filter={filter} change={change} />
          {!phone && (
            <Segmented
              id="report-view"
              label={words.show}
              quiet
              value={shown[0]}
              options={[
                { value: 'liste', label: words.list, icon: 'list' },
                { value: 'karte', label: words.map, icon: 'map' },
              ]}
              onChoose={(value) => change({ map: value === 'karte' })}
            />
          )}
        </div>
      </div>
      {filter.map ? (
        <InboxMap of={list} times={times} />
      ) : (
        <Inbox of={list} times={times} filter={filter} narrowed={isNarrowed(filter)} marked={marked} marking={marking} onMark={toggle} onClear={() => change({ category: undefined, q: undefined, mine: false })} />
      )}
      <InboxFoot marked={chosen} onAssign={() => setDeed({ kind: 'assign', rows: chosen })} onPrint={() => print(chosen)} onUnmark={unmark} />
      {deed?.kind === 'assign' && <AssignSheet rows={deed.rows} onDone={done} onClose={() => setDeed(undefined)} />}
      {deed?.kind === 'duplicate' && deed.rows[0] && <MergeDialog id={deed.rows[0].id} onDone={done} onClose={() => setDeed(undefined)} />}
    </ListPage>
  )
}

/** Few enough for a menu: one's own, and the categories. */
function Narrow({ filter, change }: { filter: Filter; change(part: Partial<Filter>): void }) {
  const { t } = useWords()
  const words = t.defects
  const categories = useLoad('defects/categories', () => staff.GET('/api/v1/staff/defects/categories'))
  const chosen = [filter.mine && words.filterMine, categories.data?.find(({ code }) => code === filter.category)?.name].filter(Boolean).join(', ')
  const items: MenuItem[] = [
    { label: words.filterMine, current: filter.mine, onSelect: () => change({ mine: !filter.mine }) },
    { label: words.allCategories, current: filter.category === undefined, onSelect: () => change({ category: undefined }) },
    ...(categories.data ?? []).map(({ code, name, icon }) => ({ label: name, icon: iconNamed(icon), current: code === filter.category, onSelect: () => change({ category: code }) })),
  ]
  return (
    <MenuButton worded label={words.filter} class={`filter-menu${chosen === '' ? '' : ' chosen'}`} items={items}>
      {chosen === '' ? words.filter : words.filtered(chosen)}
      <Icon name="down" size={18} />
    </MenuButton>
  )
}
