// SPDX-License-Identifier: EUPL-1.2
/** What is shown: pills and a sheet on a phone, a column beside the list on a desktop. Each choice says how much it holds. */

import type { ComponentChildren, ComponentProps } from 'preact'
import { useEffect, useId, useRef, useState } from 'preact/hooks'
import type { Bootstrap, EventDay } from '../api/types'
import { useTexts } from '../i18n'
import { useCached } from '../offline/cached'
import '../ui/form/options.scss'
import { Icon } from '../ui/icon'
import { useMedia } from '../ui/media'
import { SearchField } from '../ui/search-field'
import { Sheet } from '../ui/sheet'
import { addressOf, countedSpan, countOf, daysRequest, WHENS, type Choice, type When } from './choice'
import { useWords } from './words'

interface Props {
  boot: Bootstrap
  choice: Choice
  today: string
  onChoose(choice: Choice): void
}

/** The list begins with today anyway; at the week's end people look first. */
const PILLS: When[] = ['', 'wochenende', 'heute', 'woche', 'monat']
const DESKTOP = '(min-width: 60em)'

/** How many dates a choice holds; undefined until one knows. */
function useCount({ when, category }: Choice, today: string): number | undefined {
  const { data } = useCached<EventDay[]>('event-counts', daysRequest(countedSpan(today), category), false)
  // A month is looked at day by day, not listed.
  return data && when !== 'monat' ? countOf(data, when, today) : undefined
}

export function FilterBar({ boot, choice, today, onChoose }: Props) {
  const { t } = useTexts()
  const words = useWords()
  const [open, setOpen] = useState(false)
  const wide = useMedia(DESKTOP)
  const pills = useRef<HTMLDivElement>(null)
  useEffect(() => pills.current?.querySelector('[aria-pressed=true]')?.scrollIntoView({ block: 'nearest', inline: 'nearest' }), [choice.when])
  if (wide) return null
  const named = boot.events?.categories.find(({ slug }) => slug === choice.category)
  const narrowed = [choice.query && words.quoted(choice.query), named?.name].filter(Boolean)
  return (
    <div class="events-bar">
      <div class="chips">
        <div class="chips-row" ref={pills} role="group" aria-label={words.when}>
          {PILLS.map((when) => (
            <button
              key={when}
              type="button"
              class="chip"
              aria-pressed={when === choice.when}
              onFocus={(event) => event.currentTarget.scrollIntoView({ block: 'nearest', inline: 'nearest' })}
              onClick={() => onChoose({ ...choice, when, day: '' })}
            >
              {when === choice.when && <Icon name="check" size={20} />}
              {words.whenShort[when]}
            </button>
          ))}
        </div>
      </div>
      <button type="button" class="chip events-filter" aria-haspopup="dialog" onClick={() => setOpen(true)}>
        <Icon name="filter" size={20} />
        {words.filter}
      </button>
      {narrowed.length > 0 && (
        <p class="events-narrowed">
          <span lang={boot.tenant.language}>{narrowed.join(' · ')}</span>
          <button type="button" class="word-button" onClick={() => onChoose({ ...choice, category: '', query: '' })}>
            <Icon name="close" size={20} />
            {words.clear}
          </button>
        </p>
      )}
      <Sheet title={words.filter} close={t.close} open={open} onClose={() => setOpen(false)}>
        {/* Counting asks the server, so it begins when somebody looks. */}
        {open && <FilterSheet boot={boot} choice={choice} today={today} onChoose={onChoose} onClose={() => setOpen(false)} />}
      </Sheet>
    </div>
  )
}

/** Chosen in the sheet, shown once one leaves it by its button. */
function FilterSheet({ onClose, ...props }: Props & { onClose(): void }) {
  const words = useWords()
  const [choice, setChoice] = useState(props.choice)
  // Beside the choice: a field that is written back while one types loses letters.
  const [typed, setTyped] = useState(props.choice.query)
  const count = useCount(choice, props.today)
  const show = (query: string) => {
    onClose()
    const chosen = { ...choice, query: query.trim() }
    if (addressOf(chosen) !== addressOf(props.choice)) props.onChoose(chosen)
  }
  return (
    <div class="filter-sheet">
      <Search value={props.choice.query} onSearch={show} onType={setTyped} />
      <Fields {...props} choice={choice} onChoose={setChoice} />
      <div class="sheet-buttons">
        <button type="button" class="kern-btn kern-btn--primary kern-btn--block" onClick={() => show(typed)}>
          <span class="kern-label">{count === undefined || typed !== '' ? words.show : words.showCount(count)}</span>
        </button>
      </div>
    </div>
  )
}

export function FilterSide({ children, ...props }: Props & { children: ComponentChildren }) {
  const wide = useMedia(DESKTOP)
  if (!wide) return null
  const { choice, onChoose } = props
  const search = (query: string) => onChoose({ ...choice, query })
  return (
    <div class="listing-filter">
      <Search value={choice.query} onSearch={search} onClear={() => search('')} />
      <Fields {...props} />
      {children}
    </div>
  )
}

type SearchProps = Pick<ComponentProps<typeof SearchField>, 'onSearch' | 'onType' | 'onClear'> & { value: string }

function Search(props: SearchProps) {
  const { t } = useTexts()
  const words = useWords()
  return <SearchField label={words.search} placeholder={words.search} submit={t.search.submit} clear={t.search.clear} action="/termine" {...props} />
}

function Fields({ boot, choice, today, onChoose }: Props) {
  const words = useWords()
  const categories = boot.events?.categories ?? []
  const name = useId()
  const list = { choice, today, onChoose }
  return (
    <>
      <fieldset class="options">
        <legend>{words.when}</legend>
        {WHENS.map((when) => (
          <Option key={when} of={{ ...choice, when, day: when === choice.when ? choice.day : '' }} {...list} group="when" name={`${name}-when`} label={words.whenLong[when]} />
        ))}
      </fieldset>
      {categories.length > 1 && (
        <fieldset class="options">
          <legend>{words.what}</legend>
          <Option of={{ ...choice, category: '' }} {...list} group="category" name={`${name}-what`} label={words.everything} />
          {categories.map(({ slug, name }) => (
            <Option key={slug} of={{ ...choice, category: slug }} {...list} group="category" name={`${name}-what`} label={name} lang={boot.tenant.language} />
          ))}
        </fieldset>
      )}
      {(choice.when === '' || choice.when === 'monat') && <p class="meta">{words.counted}</p>}
    </>
  )
}

interface OptionProps {
  /** What is chosen with it. */
  of: Choice
  choice: Choice
  today: string
  group: 'when' | 'category'
  name: string
  label: string
  lang?: string
  onChoose(choice: Choice): void
}

function Option({ of, choice, today, group, name, label, lang, onChoose }: OptionProps) {
  const words = useWords()
  const id = useId()
  const count = useCount(group === 'category' && of.when === 'monat' ? { ...of, when: '' } : of, today)
  return (
    <label class="option">
      <input type="radio" class="radio" name={name} aria-labelledby={id} aria-describedby={`${id}-count`} checked={of[group] === choice[group]} onChange={() => onChoose(of)} />
      <span id={id} lang={lang}>
        {label}
      </span>
      <span class="meta" id={`${id}-count`}>
        {count}
        {count !== undefined && <span class="sr-only"> {words.dates(count)}</span>}
      </span>
    </label>
  )
}
