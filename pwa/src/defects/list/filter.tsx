// SPDX-License-Identifier: EUPL-1.2
/** What is shown: a sheet on a phone, a column beside the list on a desktop. */

import { useId, useState } from 'preact/hooks'
import type { Bootstrap, DefectCategory } from '../../api/types'
import { useTexts } from '../../i18n'
import { useCached } from '../../offline/cached'
import '../../ui/form/options.scss'
import { Icon } from '../../ui/icon'
import { useMedia } from '../../ui/media'
import { SearchField } from '../../ui/search-field'
import { Sheet } from '../../ui/sheet'
import { useWords } from '../words'
import { addressOf, STATES, type Choice } from './choice'

interface Props {
  boot: Bootstrap
  choice: Choice
  onChoose(choice: Choice): void
}

const DESKTOP = '(min-width: 60em)'

function useCategories(): DefectCategory[] {
  return useCached<DefectCategory[]>('defect-categories', '/api/v1/defects/categories').data ?? []
}

export function FilterButton(props: Props) {
  const { t } = useTexts()
  const words = useWords()
  const [open, setOpen] = useState(false)
  if (useMedia(DESKTOP)) return null
  return (
    <>
      <button type="button" class="word-button" aria-haspopup="dialog" onClick={() => setOpen(true)}>
        <Icon name="filter" size={20} />
        {words.filter}
      </button>
      <Sheet title={words.filter} close={t.close} open={open} onClose={() => setOpen(false)}>
        {open && <FilterSheet {...props} onClose={() => setOpen(false)} />}
      </Sheet>
    </>
  )
}

/** Chosen in the sheet, shown once one leaves it by its button. */
function FilterSheet({ onClose, ...props }: Props & { onClose(): void }) {
  const { t } = useTexts()
  const words = useWords()
  const [choice, setChoice] = useState(props.choice)
  // Beside the choice: a field that is written back while one types loses letters.
  const [typed, setTyped] = useState(props.choice.query)
  const show = (query: string) => {
    onClose()
    const chosen = { ...choice, query: query.trim() }
    if (addressOf(chosen) !== addressOf(props.choice)) props.onChoose(chosen)
  }
  return (
    <div class="filter-sheet">
      <SearchField label={words.search} placeholder={words.searchShort} submit={t.search.submit} clear={t.search.clear} action="/maengel" value={props.choice.query} onSearch={show} onType={setTyped} />
      <Fields {...props} choice={choice} onChoose={setChoice} />
      <div class="sheet-buttons">
        <button type="button" class="kern-btn kern-btn--primary kern-btn--block" onClick={() => show(typed)}>
          <span class="kern-label">{words.show}</span>
        </button>
      </div>
    </div>
  )
}

export function FilterSide(props: Props) {
  const { t } = useTexts()
  const words = useWords()
  const { choice, onChoose } = props
  if (!useMedia(DESKTOP)) return null
  const search = (query: string) => onChoose({ ...choice, query })
  return (
    <div class="listing-filter">
      <SearchField label={words.search} placeholder={words.searchShort} submit={t.search.submit} clear={t.search.clear} action="/maengel" value={choice.query} onSearch={search} onClear={() => search('')} />
      <Fields {...props} />
    </div>
  )
}

function Fields({ boot, choice, onChoose }: Props) {
  const words = useWords()
  const categories = useCategories()
  const name = useId()
  const option = (group: 'state' | 'category', label: string, next: Choice, lang?: string) => (
    <label key={next[group]} class="option">
      <input type="radio" class="radio" name={`${name}-${group}`} checked={next[group] === choice[group]} onChange={() => onChoose(next)} />
      <span lang={lang}>{label}</span>
    </label>
  )
  return (
    <>
      <fieldset class="options">
        <legend>{words.state}</legend>
        {STATES.map((state) => option('state', words.states[state], { ...choice, state }))}
      </fieldset>
      {categories.length > 1 && (
        <fieldset class="options">
          <legend>{words.what}</legend>
          {option('category', words.everything, { ...choice, category: '' })}
          {categories.map(({ code, name: label }) => option('category', label, { ...choice, category: code }, boot.tenant.language))}
        </fieldset>
      )}
    </>
  )
}

/** What is left out, and the way back to all. */
export function Narrowed({ boot, choice, onChoose }: Props) {
  const words = useWords()
  const categories = useCategories()
  const wide = useMedia(DESKTOP)
  const named = categories.find(({ code }) => code === choice.category)
  const said = [choice.query && words.quoted(choice.query), choice.state && words.states[choice.state], named?.name].filter(Boolean)
  if (wide || said.length === 0) return null
  return (
    <p class="reports-narrowed">
      <span lang={boot.tenant.language}>{said.join(' · ')}</span>
      <button type="button" class="word-button" onClick={() => onChoose({ ...choice, state: '', category: '', query: '' })}>
        <Icon name="close" size={20} />
        {words.clear}
      </button>
    </p>
  )
}
