// SPDX-License-Identifier: EUPL-1.2
/** The items of a list in their groups, page by page; without any it says what that means. */

import type { ComponentChildren } from 'preact'
import { navigate } from '../../ui/router'
import { useWords } from '../i18n'
import { Button } from '../ui/button'
import { Empty } from '../ui/empty'
import { Gate } from '../ui/gate'
import type { IconName } from '../ui/icon'
import type { Loaded } from '../ui/load'
import { Pager } from '../ui/pager'
import { RowCard } from '../ui/rows'
import { addressOf, isFiltered, type Filter } from './filters'

export const PAGE_SIZE = 50

interface Props<R> {
  of: Loaded<R[]>
  list: string
  filter: Filter
  groups(rows: R[]): { heading: string; rows: R[] }[]
  row(row: R): ComponentChildren
  /** When nothing was ever written. */
  empty: { icon: IconName; title: string; text: string; action?: ComponentChildren }
  /** When the filter leaves nothing. */
  nothing: string
}

export function ItemList<R>({ of, list, filter, groups, row, empty, nothing }: Props<R>) {
  const { t } = useWords()
  const words = t.publishing
  return (
    <Gate of={of}>
      {(rows) =>
        rows.length > 0 ? (
          <>
            {groups(rows).map((group) => (
              <RowCard key={group.heading} heading={group.heading} count={group.rows.length}>
                {group.rows.map(row)}
              </RowCard>
            ))}
            <Pager page={filter.page} size={PAGE_SIZE} total={of.total ?? rows.length} href={(page) => addressOf(list, { ...filter, page })} />
          </>
        ) : isFiltered(filter) ? (
          <Empty
            icon="search"
            title={filter.q === undefined ? words.nothingHereTitle : words.nothingTitle(filter.q)}
            text={nothing}
            action={<Button onPress={() => navigate(`${list}?stand=alle`, { replace: true })}>{words.reset}</Button>}
          />
        ) : (
          <Empty {...empty} />
        )
      }
    </Gate>
  )
}
