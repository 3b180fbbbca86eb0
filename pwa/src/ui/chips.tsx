// SPDX-License-Identifier: EUPL-1.2
/** One choice out of several, as pills; a row that scrolls sideways on a phone. */

import { Icon } from './icon'

interface Props {
  label: string
  all: string
  chosen: string
  choices: { value: string; label: string }[]
  lang: string
  onChoose(value: string): void
}

export function Chips({ label, all, chosen, choices, lang, onChoose }: Props) {
  const chip = (value: string, text: string, language?: string) => (
    <button
      key={value}
      type="button"
      class="chip"
      lang={language}
      aria-pressed={value === chosen}
      onFocus={(event) => event.currentTarget.scrollIntoView({ block: 'nearest', inline: 'nearest' })}
      onClick={() => onChoose(value)}
    >
      {value === chosen && <Icon name="check" size={20} />}
      {text}
    </button>
  )
  return (
    <div class="chips">
      <div class="chips-row" role="group" aria-label={label}>
        {chip('', all)}
        {choices.map((choice) => chip(choice.value, choice.label, lang))}
      </div>
    </div>
  )
}
