// SPDX-License-Identifier: EUPL-1.2
/** A real search form with a real label; the clear button appears with the first letter. */

import { useId, useLayoutEffect, useRef, useState } from 'preact/hooks'
import { Icon } from './icon'

interface Props {
  label: string
  placeholder: string
  /** Stands in where the field is too narrow for the placeholder (large text, small phone). */
  submit: string
  clear: string
  action: string
  value?: string
  onSearch(query: string): void
  /** Called with every letter, and with none when the field is cleared. */
  onType?(text: string): void
  /** Called when the clear button empties a search that was on. */
  onClear?(): void
}

/** Narrowest field, in rem, that holds a whole placeholder. */
const ROOMY = 16

function useNarrow(element: { current: HTMLElement | null }): boolean {
  const [narrow, setNarrow] = useState(false)
  useLayoutEffect(() => {
    if (element.current === null) return undefined
    const watch = new ResizeObserver(([entry]) => {
      const rem = parseFloat(getComputedStyle(document.documentElement).fontSize)
      setNarrow((entry?.contentRect.width ?? Infinity) / rem < ROOMY)
    })
    watch.observe(element.current)
    return () => watch.disconnect()
  }, [element])
  return narrow
}

export function SearchField({ label, placeholder, submit, clear, action, value = '', onSearch, onType, onClear }: Props) {
  const [text, setText] = useState(value)
  const field = useRef<HTMLInputElement>(null)
  const form = useRef<HTMLFormElement>(null)
  const narrow = useNarrow(form)
  const id = useId()
  // Before anybody can type: a letter that comes in between would be lost.
  useLayoutEffect(() => setText(value), [value])
  return (
    <form
      ref={form}
      class="search"
      role="search"
      action={action}
      onSubmit={(event) => {
        event.preventDefault()
        field.current?.blur()
        onSearch(text.trim())
      }}
    >
      <label class="sr-only" for={id}>
        {label}
      </label>
      <Icon name="search" />
      <input
        id={id}
        ref={field}
        type="search"
        name="q"
        enterkeyhint="search"
        autocomplete="off"
        maxLength={100}
        placeholder={narrow ? submit : placeholder}
        value={text}
        onInput={({ currentTarget }) => {
          setText(currentTarget.value)
          onType?.(currentTarget.value)
        }}
      />
      {text !== '' && (
        <>
          <button
            type="button"
            class="search-clear"
            aria-label={clear}
            onClick={() => {
              setText('')
              onType?.('')
              field.current?.focus()
              if (value !== '') onClear?.()
            }}
          >
            <Icon name="close" size={20} />
          </button>
          <button type="submit" class="search-go">
            {submit}
          </button>
        </>
      )}
    </form>
  )
}
