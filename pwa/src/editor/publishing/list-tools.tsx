// SPDX-License-Identifier: EUPL-1.2
/** Above a list: chips for the states, a search, the categories; what is chosen stands in the address and is remembered. */

import { useEffect, useMemo, useState } from 'preact/hooks'
import { useWords } from '../i18n'
import { FilterChips } from '../ui/chips'
import { Icon } from '../ui/icon'
import { useKeptFilter } from '../ui/kept-filter'
import { useKeys } from '../ui/keys'
import { addressOf, filterOf, STATES, type Filter } from './filters'

const PAUSE_MS = 250

export function useFilter(list: string): [Filter, (part: Partial<Filter>) => void] {
  const ways = useMemo(
    () => ({ read: filterOf, address: (filter: Filter) => addressOf(list, filter), lasting: (filter: Filter) => ({ ...filter, q: undefined, page: 1 }) }),
    [list],
  )
  const [filter, change] = useKeptFilter(list, ways)
  return [filter, (part) => change({ ...filter, page: 1, ...part })]
}

export function ListSearch({ label, value, onSearch }: { label: string; value: string; onSearch(text: string): void }) {
  const { t } = useWords()
  const [text, setText] = useState(value)
  useEffect(() => setText(value), [value])
  useEffect(() => {
    if (text.trim() === value) return
    const timer = setTimeout(() => onSearch(text.trim()), PAUSE_MS)
    return () => clearTimeout(timer)
  })
  useKeys({ '/': { label, run: () => document.getElementById('list-search')?.focus(), group: 'lists' } })
  return (
    <label class="list-search">
      <Icon name="search" size={18} />
      <input
        id="list-search"
        type="search"
        value={text}
        placeholder={t.publishing.searchPlaceholder}
        aria-label={label}
        onInput={(event) => setText(event.currentTarget.value)}
        onKeyDown={(event) => event.key === 'Escape' && setText('')}
      />
      <kbd aria-hidden="true">/</kbd>
    </label>
  )
}

interface Props {
  searchLabel: string
  filter: Filter
  counts: Record<(typeof STATES)[number], number> | undefined
  categories: { slug: string; name: string }[]
  change(part: Partial<Filter>): void
}

export function ListTools({ searchLabel, filter, counts, categories, change }: Props) {
  const { t } = useWords()
  const words = t.publishing
  const chips = STATES.filter((state) => state === 'all' || state === filter.state || counts === undefined || counts[state] > 0)
  return (
    <div class="list-tools">
      <FilterChips
        label={words.filters}
        value={filter.state ?? 'all'}
        options={chips.map((state) => ({ value: state, label: words.filter[state], count: counts?.[state] }))}
        onChoose={(state) => change({ state: state === 'all' ? undefined : (state as Filter['state']) })}
      />
      <div class="list-finders">
        <ListSearch label={searchLabel} value={filter.q ?? ''} onSearch={(q) => change({ q: q === '' ? undefined : q })} />
        <label class="list-select">
          <select aria-label={words.category} value={filter.category ?? ''} onChange={(event) => change({ category: event.currentTarget.value || undefined })}>
            <option value="">{words.allCategories}</option>
            {categories.map(({ slug, name }) => (
              <option key={slug} value={slug}>
                {name}
              </option>
            ))}
          </select>
          <Icon name="down" size={18} />
        </label>
      </div>
    </div>
  )
}
