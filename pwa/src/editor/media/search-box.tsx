// SPDX-License-Identifier: EUPL-1.2
/** Finds pictures while one types. */

import { useEffect, useId, useState } from 'preact/hooks'
import { useWords } from '../i18n'
import { Icon } from '../ui/icon'
import { useKeys } from '../ui/keys'

const PAUSE_MS = 250

export function SearchBox({ value, onSearch }: { value: string; onSearch(q: string): void }) {
  const { t } = useWords()
  const id = useId()
  const [text, setText] = useState(value)
  useKeys({ '/': { label: t.media.search, run: () => document.getElementById(id)?.focus(), group: 'lists' } })
  useEffect(() => setText(value), [value])
  useEffect(() => {
    if (text.trim() === value) return
    const timer = setTimeout(() => onSearch(text.trim()), PAUSE_MS)
    return () => clearTimeout(timer)
  })
  return (
    <label class="list-search">
      <Icon name="search" size={18} />
      <input
        id={id}
        type="search"
        value={text}
        placeholder={t.media.searchPlaceholder}
        aria-label={t.media.search}
        onInput={(event) => setText(event.currentTarget.value)}
      />
      <kbd aria-hidden="true">/</kbd>
    </label>
  )
}
