// SPDX-License-Identifier: EUPL-1.2
/** Fields: label above, help below, the error says what to do. Required is the normal case; nothing is ever cut off. */

import type { ComponentChildren } from 'preact'
import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks'
import { useWords } from '../i18n'
import { Icon, type IconName } from './icon'

export interface FieldProps {
  id: string
  label: string
  value: string
  onInput(value: string): void
  help?: ComponentChildren
  error?: string
  optional?: boolean
  /** Advised length: shows a counter. */
  advice?: number
  /** Right of the label: a link such as "Vergessen?". */
  beside?: ComponentChildren
}

export function CounterLabel({ count, of }: { count: number; of: number }) {
  const { t } = useWords()
  return count > of ? (
    <span class="counter over">{t.shell.counterOver(count - of)}</span>
  ) : (
    <span class="counter">{t.shell.counter(count, of)}</span>
  )
}

/** Which notes belong to a field, for aria-describedby. */
function notesOf({ id, help, error }: Pick<FieldProps, 'id' | 'help' | 'error'>): string | undefined {
  return [error && `${id}-error`, help && `${id}-help`].filter(Boolean).join(' ') || undefined
}

type AroundProps = Omit<FieldProps, 'onInput'> & { class?: string; children: ComponentChildren }

export function Around({ id, label, value, help, error, optional, advice, beside, class: extra = '', children }: AroundProps) {
  const { t } = useWords()
  return (
    <div class={`field ${error ? 'wrong' : ''} ${extra}`}>
      <div class="field-head">
        <label for={id}>
          {label} {optional && <span class="optional">({t.shell.optional})</span>}
        </label>
        {beside}
        {advice !== undefined && <CounterLabel count={value.length} of={advice} />}
      </div>
      {children}
      {error && (
        <p class="field-error" id={`${id}-error`}>
          <Icon name="alert" size={18} />
          {error}
        </p>
      )}
      {help && (
        <p class="field-help" id={`${id}-help`}>
          {help}
        </p>
      )}
    </div>
  )
}

interface TextProps extends FieldProps {
  type?: 'text' | 'email' | 'url' | 'search'
  autocomplete?: 'off' | 'name' | 'username' | 'current-password' | 'new-password'
  inputMode?: 'text' | 'numeric' | 'email' | 'url'
  lang?: string
  autoFocus?: boolean
  /** Also with Enter: it sends the form, or with Strg the page, without leaving the field. */
  onLeave?(): void
}

export function TextField(props: TextProps) {
  const { id, value, onInput, error, type = 'text', autocomplete = 'off', inputMode, lang, autoFocus, onLeave } = props
  return (
    <Around {...props}>
      <input
        id={id}
        class="input"
        type={type as 'text'}
        value={value}
        lang={lang}
        autocomplete={autocomplete}
        inputMode={inputMode}
        autoFocus={autoFocus}
        aria-invalid={error ? true : undefined}
        aria-describedby={notesOf(props)}
        onInput={(event) => onInput(event.currentTarget.value)}
        onBlur={onLeave}
        onKeyDown={(event) => event.key === 'Enter' && onLeave?.()}
      />
    </Around>
  )
}

/** A password that can be shown while one types it. */
export function PasswordField(props: Omit<TextProps, 'type' | 'autocomplete'> & { autocomplete: 'current-password' | 'new-password' }) {
  const { t } = useWords()
  const [shown, setShown] = useState(false)
  const { id, value, onInput, error, autocomplete } = props
  return (
    <Around {...props}>
      <div class="input-with">
        <input
          id={id}
          class="input"
          type={(shown ? 'text' : 'password') as 'password'}
          value={value}
          autocomplete={autocomplete}
          autocapitalize="off"
          spellcheck={false}
          aria-invalid={error ? true : undefined}
          aria-describedby={notesOf(props)}
          onInput={(event) => onInput(event.currentTarget.value)}
        />
        <button type="button" class="input-button" aria-pressed={shown} aria-controls={id} onClick={() => setShown(!shown)}>
          <Icon name={shown ? 'hidden' : 'eye'} />
          {shown ? t.shell.hide : t.shell.show}
        </button>
      </div>
    </Around>
  )
}

interface AreaProps extends FieldProps {
  rows?: number
  /** Enter goes on instead of breaking the line. */
  oneParagraph?: boolean
}

/** Grows with its text, also when it comes into view later: in a sheet it is made before the sheet opens. */
function useGrowing(value: string) {
  const area = useRef<HTMLTextAreaElement>(null)
  useLayoutEffect(() => {
    const element = area.current
    if (element !== null) grow(element)
  }, [value])
  useEffect(() => {
    const element = area.current
    if (element === null) return
    let width = element.clientWidth
    const observer = new ResizeObserver(() => {
      if (element.clientWidth === width) return
      width = element.clientWidth
      grow(element)
    })
    observer.observe(element)
    return () => observer.disconnect()
  }, [])
  return area
}

function grow(element: HTMLTextAreaElement): void {
  element.style.height = 'auto'
  element.style.height = `${element.scrollHeight + element.offsetHeight - element.clientHeight}px`
}

function Area({ look, ...props }: AreaProps & { look: string }) {
  const { id, value, onInput, error, rows = 3, oneParagraph } = props
  const area = useGrowing(value)
  return (
    <textarea
      ref={area}
      id={id}
      class={look}
      rows={rows}
      value={value}
      aria-invalid={error ? true : undefined}
      aria-describedby={notesOf(props)}
      onKeyDown={(event) => oneParagraph && event.key === 'Enter' && event.preventDefault()}
      onInput={({ currentTarget }) => onInput(oneParagraph ? currentTarget.value.replace(/\s*\n\s*/g, ' ') : currentTarget.value)}
    />
  )
}

export function TextArea(props: AreaProps) {
  return (
    <Around {...props}>
      <Area {...props} look="input" />
    </Around>
  )
}

/** Title and teaser of an editor: text on the page with a hairline. `lead` is the smaller one. */
export function HeadlineField({ lead = false, ...props }: AreaProps & { lead?: boolean }) {
  return (
    <Around {...props} class="headline">
      <Area {...props} rows={1} oneParagraph look={lead ? 'headline-input lead' : 'headline-input'} />
    </Around>
  )
}

export interface Option {
  value: string
  label: string
  icon?: IconName
}

export function Select({ options, ...props }: FieldProps & { options: Option[] }) {
  const { id, value, onInput, error } = props
  return (
    <Around {...props}>
      <span class="select">
        <select
          id={id}
          class="input"
          value={value}
          aria-invalid={error ? true : undefined}
          aria-describedby={notesOf(props)}
          onInput={(event) => onInput(event.currentTarget.value)}
        >
          {options.map((option) => (
            <option key={option.value} value={option.value}>
              {option.label}
            </option>
          ))}
        </select>
        <Icon name="down" size={18} />
      </span>
    </Around>
  )
}

export { Checkbox, Segmented, Switch } from './choices'
