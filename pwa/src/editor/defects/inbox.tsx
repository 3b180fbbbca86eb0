// SPDX-License-Identifier: EUPL-1.2
/** The rows of the inbox in their groups, and what stands there when there are none. */

import { useWords } from '../i18n'
import { Button } from '../ui/button'
import { Empty } from '../ui/empty'
import { Gate } from '../ui/gate'
import type { Loaded } from '../ui/load'
import { Pager } from '../ui/pager'
import { RowCard } from '../ui/rows'
import { ways, type Filter } from './filter'
import { InboxRow } from './inbox-row'
import { PAGE_SIZE, type ReportRow } from './model'
import type { Times } from './use-times'

const GROUPS = ['overdue', 'today', 'later'] as const

interface Props {
  of: Loaded<ReportRow[]>
  times: Times
  filter: Filter
  narrowed: boolean
  marked: string[]
  marking: boolean
  onMark(id: string): void
  onClear(): void
}

/** In the server's order; what has no clock comes last. */
export function groupsOf(rows: ReportRow[]): { name: (typeof GROUPS)[number] | 'other'; rows: ReportRow[] }[] {
  const groups = [...GROUPS.map((name) => ({ name, rows: rows.filter(({ group }) => group === name) })), { name: 'other' as const, rows: rows.filter(({ group }) => group === null) }]
  return groups.filter((group) => group.rows.length > 0)
}

export function Nothing({ filter, narrowed, onClear }: Pick<Props, 'filter' | 'narrowed' | 'onClear'>) {
  const { t } = useWords()
  const words = t.defects
  if (narrowed) return <Empty icon="search" title={words.nothing} action={<Button onPress={onClear}>{words.clear}</Button>} />
  return filter.view === 'inbox' ? <Empty icon="done" title={words.emptyTitle} text={words.empty} /> : <Empty icon="done" title={words.emptyView} />
}

export function Inbox({ of, times, filter, narrowed, marked, marking, onMark, onClear }: Props) {
  const { t } = useWords()
  return (
    <Gate of={of}>
      {(rows) =>
        rows.length === 0 ? (
          <Nothing filter={filter} narrowed={narrowed} onClear={onClear} />
        ) : (
          <>
            {groupsOf(rows).map(({ name, rows }, _at, all) => (
              <RowCard key={name} heading={all.length === 1 && name === 'other' ? t.defects.views[filter.view] : t.defects.groups[name]} count={rows.length}>
                {rows.map((row) => (
                  <InboxRow key={row.id} row={row} times={times} marked={marked.includes(row.id)} marking={marking} onMark={() => onMark(row.id)} />
                ))}
              </RowCard>
            ))}
            <Pager page={filter.page} size={PAGE_SIZE} total={of.total ?? 0} href={(page) => ways.address({ ...filter, page })} />
          </>
        )
      }
    </Gate>
  )
}
