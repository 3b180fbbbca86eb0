// SPDX-License-Identifier: EUPL-1.2
/** The next dates on Start, each with a date leaf. */

import type { EventItem } from '../api/types'
import { useTexts } from '../i18n'
import { clock, dayOf, dayWords, leaf, timeSpan } from '../i18n/dates'
import { Icon } from '../ui/icon'
import { addressOfDate, isAhead, isOneNight } from './date'
import { Mark, MarkedTitle } from './mark'

const SHOWN = 3

export function NextEvents({ items, lang }: { items: EventItem[]; lang: string }) {
  const { t } = useTexts()
  const ahead = items.filter((item) => isAhead(item, Date.now())).slice(0, SHOWN)
  return (
    <section class="next-events" aria-labelledby="start-events">
      <div class="section-head">
        <h2 id="start-events">{t.start.events}</h2>
        <a class="arrow-link" href="/termine" aria-label={t.start.allEventsLong}>
          {t.start.allNews}
          <Icon name="chev" size={20} />
        </a>
      </div>
      {ahead.length === 0 ? (
        <p class="note">{t.start.noEvents}</p>
      ) : (
        <ul class="card rows" role="list">
          {ahead.map((item) => (
            <Row key={`${item.id} ${item.date}`} item={item} lang={lang} />
          ))}
        </ul>
      )}
    </section>
  )
}

function Row({ item, lang }: { item: EventItem; lang: string }) {
  const { t, language } = useTexts()
  const today = dayOf(new Date())
  const shown = item.first_day < today ? today : item.first_day
  const [weekday, day, month] = leaf(shown, language)
  const ends = item.ends_at === null ? null : new Date(item.ends_at)
  const begins = !item.all_day && shown === item.first_day ? [clock(new Date(item.starts_at), language, true)] : []
  const when =
    item.last_day > shown && !isOneNight(item)
      ? [...begins, t.event.until(dayWords(item.last_day, language, { weekday: 'long', day: 'numeric', month: 'long' }))].join(', ')
      : item.all_day
        ? t.event.allDay
        : timeSpan(new Date(item.starts_at), ends, language)
  return (
    <li>
      <a class="row" href={addressOfDate(item)}>
        <span class="leaf">
          {weekday} <b>{day}</b> {month}
        </span>
        <span class="row-words">
          <Mark date={item} />
          <h3 class="row-label">
            <MarkedTitle date={item} title={item.title} lang={lang} />
          </h3>
          <span class="meta">
            {when}
            {item.place_name && (
              <>
                {' · '}
                <span lang={lang}>{item.place_name}</span>
              </>
            )}
          </span>
        </span>
        <Icon name="chev" size={20} class="row-arrow" />
      </a>
    </li>
  )
}
