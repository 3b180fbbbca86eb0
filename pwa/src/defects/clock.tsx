// SPDX-License-Identifier: EUPL-1.2
/** The promise clock: until when the town hall answers, and whether it did. It promises an answer, not a repair. */

import type { Defect } from '../api/types'
import { useTexts } from '../i18n'
import { dayOf, dayWords } from '../i18n/dates'
import { Icon } from '../ui/icon'
import { dayOfYear } from './line'
import { useWords } from './words'

/** More parts than these say nothing to the eye. */
const MOST_PARTS = 10

export function PromiseClock({ of }: { of: Pick<Defect, 'promise' | 'received_at'> }) {
  const { language } = useTexts()
  const words = useWords().clock
  const { days, used_days: used, due_on: due, state } = of.promise
  const received = dayWords(dayOf(new Date(of.received_at)), language, { weekday: 'long' })
  const answered = of.promise.answered_on !== null
  const over = Math.max(used - days, 1)
  return (
    <section class={`card clock clock-${state}${answered ? ' clock-answered' : ''}`}>
      <div class="clock-head">
        <h2>{state === 'running' ? words.running(dayOfYear(due, language, true)) : state === 'missed' && !answered ? words.overdue(over) : words.title(days)}</h2>
        {state === 'kept' && (
          <p>
            <Icon name="check" size={20} />
            {words.kept}
          </p>
        )}
        {state === 'missed' && (
          <p>
            <Icon name="warn" size={20} />
            {answered && words.missed}
          </p>
        )}
      </div>
      <div class="clock-parts" aria-hidden="true">
        {Array.from({ length: Math.min(days, MOST_PARTS) }, (_, part) => (
          <i key={part} class={part * days < used * Math.min(days, MOST_PARTS) ? 'used' : undefined} />
        ))}
      </div>
      <p class="meta">
        {answered ? words.answered(received, used) : state === 'missed' ? words.promised(received, dayOfYear(due, language, true)) : words.used(Math.min(used, days), days)}
      </p>
      {!answered && <p class="meta">{words.only}</p>}
    </section>
  )
}
