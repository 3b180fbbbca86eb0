// SPDX-License-Identifier: EUPL-1.2
/** Filters: one of many, with counts. Chosen is ink, so that the one filled action stays alone. */

interface Option {
  value: string
  label: string
  count?: number
}

interface Props {
  label: string
  options: Option[]
  value: string
  /** In a sheet: the focus begins here. */
  first?: boolean
  onChoose(value: string): void
}

export function FilterChips({ label, options, value, first = false, onChoose }: Props) {
  return (
    <div class="filter-chips" role="group" aria-label={label}>
      {options.map((option) => (
        <button key={option.value} type="button" class="filter-chip" aria-pressed={option.value === value} data-first={(first && option.value === value) || undefined} onClick={() => onChoose(option.value)}>
          {option.label}
          {option.count !== undefined && <span class="count">{option.count}</span>}
        </button>
      ))}
    </div>
  )
}
