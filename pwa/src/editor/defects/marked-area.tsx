// SPDX-License-Identifier: EUPL-1.2
/** A text field in which the app's own words are tinted and gaps stand out: the same text lies under it, with marks. */

import { useLayoutEffect, useRef } from 'preact/hooks'
import { Around, type FieldProps } from '../ui/fields'
import { tints } from './answer'

interface Props extends FieldProps {
  /** Words that the app has filled in. */
  own: string[]
}

export function MarkedArea({ own, ...props }: Props) {
  const { id, value, onInput, help, error } = props
  const area = useRef<HTMLTextAreaElement>(null)
  useLayoutEffect(() => {
    const element = area.current
    if (element === null) return
    element.style.height = 'auto'
    element.style.height = `${element.scrollHeight + element.offsetHeight - element.clientHeight}px`
  }, [value])
  const marks = tints(value, own)
  return (
    <Around {...props} class="marked-field">
      <div class="marked-area">
        <div class="input marked-under" aria-hidden="true">
          {marks.map(({ start, end, gap }, at) => [
            value.slice(marks[at - 1]?.end ?? 0, start),
            <mark key={start} class={gap ? 'gap' : undefined}>
              {value.slice(start, end)}
            </mark>,
          ])}
          {value.slice(marks.at(-1)?.end ?? 0)}
        </div>
        <textarea
          ref={area}
          id={id}
          class="input"
          rows={4}
          value={value}
          aria-invalid={error ? true : undefined}
          aria-describedby={[error && `${id}-error`, help && `${id}-help`].filter(Boolean).join(' ') || undefined}
          onInput={(event) => onInput(event.currentTarget.value)}
        />
      </div>
    </Around>
  )
}
