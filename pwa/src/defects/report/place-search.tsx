// SPDX-License-Identifier: EUPL-1.2
/**
 * Street or district: what is typed is the place in the resident's words, and known names are offered while typing. No
 * request leaves the phone. A combobox after the pattern of WAI-ARIA.
 */

import { useId, useMemo, useState } from 'preact/hooks'
import type { DefectArea } from '../../api/types'
import { Icon } from '../../ui/icon'
import { proposals } from './places'
import { useReportWords } from './words'

export type Place = DefectArea['places'][number]

interface Props {
  places: Place[]
  value: string
  lang: string
  onType(text: string): void
  onChoose(place: Place): void
}

export function PlaceSearch({ places, value, lang, onType, onChoose }: Props) {
  const words = useReportWords().place
  const id = useId()
  const [open, setOpen] = useState(false)
  const [active, setActive] = useState(-1)
  const found = useMemo(() => proposals(places, value), [places, value])
  const shown = open && found.length > 0
  const choose = (place: Place | undefined): void => {
    if (place === undefined) return
    setOpen(false)
    setActive(-1)
    onChoose(place)
  }
  const onKey = (event: KeyboardEvent): void => {
    if (event.key === 'Escape' && shown) setOpen(false)
    else if (event.key === 'Enter') choose(shown ? found[active] : undefined)
    else if ((event.key === 'ArrowDown' || event.key === 'ArrowUp') && found.length > 0) {
      setOpen(true)
      setActive((active + (event.key === 'ArrowDown' ? 1 : -1) + found.length) % found.length)
    } else return
    event.preventDefault()
  }
  return (
    <div class="place-search">
      <div class="search">
        <Icon name="search" />
        <label class="sr-only" for={id}>
          {words.search}
        </label>
        <input
          id={id}
          type="text"
          role="combobox"
          enterkeyhint="done"
          autocomplete="off"
          maxLength={200}
          placeholder={words.search}
          value={value}
          aria-expanded={shown}
          aria-controls={`${id}-list`}
          aria-autocomplete="list"
          aria-activedescendant={shown && active >= 0 ? `${id}-${active}` : undefined}
          onInput={({ currentTarget }) => {
            setOpen(true)
            setActive(-1)
            onType(currentTarget.value)
          }}
          onKeyDown={onKey}
          onBlur={() => setOpen(false)}
        />
      </div>
      <ul id={`${id}-list`} class="proposals card" role="listbox" aria-label={words.suggestions} hidden={!shown}>
        {found.map((place, at) => (
          <li
            key={place.name}
            id={`${id}-${at}`}
            role="option"
            lang={lang}
            aria-selected={at === active}
            // Before the field loses the focus and the list with it.
            onMouseDown={(event) => {
              event.preventDefault()
              choose(place)
            }}
          >
            <Icon name="pin" size={20} />
            {place.name}
          </li>
        ))}
      </ul>
      <p class="sr-only" role="status">
        {shown && words.found(found.length)}
      </p>
    </div>
  )
}
