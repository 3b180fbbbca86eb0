// SPDX-License-Identifier: EUPL-1.2
/** A list of words, typed with commas; the commas stay where one types. */

import { useState } from 'preact/hooks'
import { TextField } from '../ui/fields'

function wordsOf(text: string): string[] {
  return text.split(',').map((word) => word.trim()).filter((word) => word !== '')
}

interface Props {
  id: string
  label: string
  help: string
  value: string[]
  onChange(words: string[]): void
}

export function WordsField({ id, label, help, value, onChange }: Props) {
  const [typed, setText] = useState(value.join(', '))
  const text = wordsOf(typed).join() === value.join() ? typed : value.join(', ')
  return (
    <TextField
      id={id}
      label={label}
      optional
      help={help}
      value={text}
      onInput={(next) => {
        setText(next)
        onChange(wordsOf(next))
      }}
    />
  )
}
