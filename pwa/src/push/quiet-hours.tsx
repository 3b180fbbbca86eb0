// SPDX-License-Identifier: EUPL-1.2
/** When the device stays silent, and what may ring anyway. Times are the municipality's, whatever the phone says. */

import type { Wishes } from '../offline/push-record'
import { Rows } from '../ui/list'
import { clocks, FIRST_WISHES } from './standing'
import { SwitchRow } from './switch-row'
import { useWords } from './words'

interface Props {
  wishes: Wishes
  onChoose(next: Wishes, said: string): void
}

export function QuietHours({ wishes, onChoose }: Props) {
  const words = useWords()
  const { quiet } = wishes
  const times = (next: NonNullable<Wishes['quiet']>) => onChoose({ ...wishes, quiet: next }, words.saved.quiet(next.from, next.to))
  const clock = (end: 'from' | 'to', present: NonNullable<Wishes['quiet']>) => (
    <label>
      <span>{words[end]}</span>
      <select
        value={present[end]}
        onChange={({ currentTarget }) => {
          const chosen = currentTarget.value
          currentTarget.value = present[end]
          times({ ...present, [end]: chosen })
        }}
      >
        {clocks(present[end]).map((time) => (
          <option key={time} value={time}>
            {time}
          </option>
        ))}
      </select>
    </label>
  )
  return (
    <Rows>
      <SwitchRow
        icon="moon"
        label={words.quietSwitch}
        hint={words.quietHint}
        on={quiet !== null}
        onSwitch={(on) => onChoose({ ...wishes, quiet: on ? FIRST_WISHES.quiet : null }, words.saved[on ? 'on' : 'off'](words.quiet))}
      />
      {quiet !== null && (
        <li class="quiet-times">
          {clock('from', quiet)}
          {clock('to', quiet)}
        </li>
      )}
      {quiet !== null && (
        <SwitchRow
          icon="warn"
          label={words.passes}
          on={wishes.urgent_passes}
          onSwitch={(on) => onChoose({ ...wishes, urgent_passes: on }, words.saved[on ? 'on' : 'off'](words.passes))}
        />
      )}
    </Rows>
  )
}
