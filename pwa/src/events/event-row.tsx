// SPDX-License-Identifier: EUPL-1.2
/** One date in a list: when, what, where. The whole row is one link named by the title. */

import type { EventItem } from '../api/types'
import { useTexts } from '../i18n'
import { Icon } from '../ui/icon'
import { addressOfDate } from './date'
import { Mark, MarkedTitle } from './mark'
import { priceInBrief } from './prices'
import { rowLines } from './when'
import { useWords } from './words'

interface Props {
  item: EventItem
  /** The day under whose heading it stands, and the day that it is now. */
  day: string
  today: string
  lang: string
  level?: 2 | 3
}

export function EventRow({ item, day, today, lang, level = 3 }: Props) {
  const { language } = useTexts()
  const words = useWords()
  const Heading = level === 2 ? 'h2' : 'h3'
  const price = priceInBrief(item.price, words, language)
  return (
    <li class={`event-row event-${item.status}`}>
      <article>
        <When item={item} day={day} today={today} />
        <div class="event-words">
          <Mark date={item} />
          <Heading>
            <a href={addressOfDate(item)}>
              <MarkedTitle date={item} title={item.title} lang={lang} />
            </a>
          </Heading>
          <p class="meta">
            {item.place_name && <span lang={lang}>{item.place_name}</span>}
            {item.place_name && price && ' · '}
            {price}
          </p>
        </div>
        <Icon name="chev" size={20} class="row-arrow" />
      </article>
    </li>
  )
}

function When({ item, day, today }: Pick<Props, 'item' | 'day' | 'today'>) {
  const { t, language } = useTexts()
  const [first, second] = rowLines(item, day, today, t.event, useWords(), language)
  return (
    <p class="event-when">
      <time dateTime={item.all_day ? item.first_day : item.starts_at} class={item.all_day || item.first_day < day ? 'word' : undefined}>
        {first}
      </time>
      {second && <span class="meta">{second}</span>}
    </p>
  )
}
