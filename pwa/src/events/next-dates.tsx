// SPDX-License-Identifier: EUPL-1.2
/** The further dates of a series, and those that do not take place among them. */

import type { EventDetail } from '../api/types'
import { useTexts } from '../i18n'
import { Icon } from '../ui/icon'
import { addressOfDate, isAhead } from './date'
import { Mark, MarkedTitle } from './mark'
import { shortDay, timeLine } from './when'
import { useWords } from './words'

export function NextDates({ event }: { event: EventDetail }) {
  const { t, language } = useTexts()
  const words = useWords()
  const dates = event.next.filter((date) => date.date !== event.date && isAhead(date, Date.now()))
  if (dates.length === 0) return null
  return (
    <section>
      <h2>{words.furtherDates}</h2>
      <ul class="card rows" role="list">
        {dates.map((date) => (
          <li key={date.date}>
            <a class="row" href={addressOfDate({ id: event.id, date: date.date, recurring: true })}>
              <span class="row-words">
                <Mark date={date} />
                <span class="row-label">
                  <MarkedTitle date={date} title={shortDay(date, new Date(), language)} lang={language} />
                </span>
                <span class="meta">
                  {timeLine(date, t.event, words, language)}
                  {date.place_name !== null && date.place_name !== event.place_name && ` · ${date.place_name}`}
                </span>
              </span>
              <Icon name="chev" size={20} class="row-arrow" />
            </a>
          </li>
        ))}
      </ul>
    </section>
  )
}
