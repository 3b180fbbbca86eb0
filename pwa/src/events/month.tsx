// SPDX-License-Identifier: EUPL-1.2
/** A month as a grid: one day is in the tab order, arrow keys move, each day says its date and how much there is. */

import { useLayoutEffect, useRef } from 'preact/hooks'
import type { Bootstrap, EventDay } from '../api/types'
import { useTexts } from '../i18n'
import { dayWords } from '../i18n/dates'
import { useCached } from '../offline/cached'
import { Icon } from '../ui/icon'
import { daysRequest, monthSpan, type Choice } from './choice'
import { addDays, addMonths, dayHeading, weekdayOf, weeksOf } from './days'
import { useWords } from './words'

interface Props {
  boot: Bootstrap
  choice: Choice
  today: string
  onChoose(choice: Choice): void
}

/** Where a key leads from a day (the keys of a grid, as WAI-ARIA describes them). */
export function moved(day: string, key: string): string | null {
  switch (key) {
    case 'ArrowLeft':
      return addDays(day, -1)
    case 'ArrowRight':
      return addDays(day, 1)
    case 'ArrowUp':
      return addDays(day, -7)
    case 'ArrowDown':
      return addDays(day, 7)
    case 'Home':
      return addDays(day, -weekdayOf(day))
    case 'End':
      return addDays(day, 6 - weekdayOf(day))
    case 'PageUp':
      return addMonths(day, -1)
    case 'PageDown':
      return addMonths(day, 1)
    default:
      return null
  }
}

export function Month({ choice, today, onChoose }: Props) {
  const { language } = useTexts()
  const words = useWords()
  const chosen = choice.day || today
  const { data } = useCached<EventDay[]>('event-days', daysRequest(monthSpan(chosen), choice.category))
  const grid = useRef<HTMLTableElement>(null)
  const byKey = useRef(false)
  useLayoutEffect(() => {
    // Focus follows the arrow keys, and stays on the buttons above when they were used. Before the next key can come: a
    // month that is replaced takes the focus with it.
    if (byKey.current) grid.current?.querySelector<HTMLElement>('[tabindex="0"]')?.focus()
    byKey.current = false
  }, [chosen])
  const go = (day: string) => onChoose({ ...choice, day })
  const days = new Map(data?.map((day) => [day.day, day]))
  const title = dayWords(chosen, language, { month: 'long', year: 'numeric' })
  const step = (count: number) => dayWords(addMonths(chosen, count), language, { month: 'long' })
  return (
    <section class="month" aria-labelledby="monat">
      <div class="month-head">
        <button type="button" class="word-button" onClick={() => go(addMonths(`${chosen.slice(0, 8)}01`, -1))}>
          <Icon name="back" size={20} />
          {step(-1)}
        </button>
        <h2 id="monat" aria-live="polite">
          {title}
        </h2>
        <button type="button" class="word-button" onClick={() => go(addMonths(`${chosen.slice(0, 8)}01`, 1))}>
          {step(1)}
          <Icon name="chev" size={20} />
        </button>
      </div>
      <table
        ref={grid}
        role="grid"
        aria-labelledby="monat"
        onKeyDown={(event) => {
          const day = moved(chosen, event.key)
          if (day === null || event.altKey || event.ctrlKey || event.metaKey) return
          event.preventDefault()
          byKey.current = true
          go(day)
        }}
      >
        <thead>
          <tr>
            {weeksOf(chosen)[0]?.map((day) => (
              <th key={day} scope="col" abbr={dayWords(day, language, { weekday: 'long' })}>
                {dayWords(day, language, { weekday: 'short' }).replace('.', '')}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {weeksOf(chosen).map((week) => (
            <tr key={week[0]}>
              {week.map((day) => (
                <Day key={day} day={day} of={days.get(day)} {...{ chosen, today }} onChoose={() => go(day)} />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      <h2 class="day-head month-day">
        {dayHeading(chosen, today, language)[0]} <span>{dayHeading(chosen, today, language)[1]}</span>
      </h2>
      <p class="sr-only" role="status">
        {data && words.dates(days.get(chosen)?.count ?? 0)}
      </p>
    </section>
  )
}

interface DayProps {
  day: string
  of: EventDay | undefined
  chosen: string
  today: string
  onChoose(): void
}

function Day({ day, of, chosen, today, onChoose }: DayProps) {
  const { language } = useTexts()
  const words = useWords()
  if (day.slice(0, 7) !== chosen.slice(0, 7)) return <td />
  const count = of?.count ?? 0
  const off = of?.cancelled ?? 0
  const name = [dayWords(day, language, { weekday: 'long', day: 'numeric', month: 'long' }), words.dates(count), off > 0 && words.off(off)]
  return (
    <td role="gridcell" aria-selected={day === chosen}>
      <button
        type="button"
        class="month-cell"
        tabIndex={day === chosen ? 0 : -1}
        aria-current={day === today ? 'date' : undefined}
        onClick={onChoose}
      >
        <span aria-hidden="true">{Number(day.slice(8))}</span>
        {count > 0 && (
          <small aria-hidden="true" class={off === count ? 'struck' : undefined}>
            {count}
          </small>
        )}
        <span class="sr-only">{name.filter(Boolean).join(', ')}</span>
      </button>
    </td>
  )
}
