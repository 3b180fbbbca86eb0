// SPDX-License-Identifier: EUPL-1.2
/** A news item in lists: as a row, or as the lead card of Start. The whole card is one link named by its title. */

import type { NewsListItem } from '../api/types'
import { useTexts } from '../i18n'
import { Picture } from '../ui/picture'

/** A copy read offline may hold what has ended since; the end counts on the phone too. */
export function stillValid(item: NewsListItem): boolean {
  return item.unpublish_at === null || Date.parse(item.unpublish_at) > Date.now()
}

interface CardProps {
  item: NewsListItem
  level: 2 | 3
  lang: string
  /** On a desktop the row stands as a card with its picture on top. */
  card?: boolean
}

function Words({ item, level, lang, card }: CardProps) {
  const { newsDate } = useTexts()
  const Heading = level === 2 ? 'h2' : 'h3'
  return (
    <>
      {item.category && (
        <p class="kicker" lang={lang}>
          {item.category.name}
        </p>
      )}
      <Heading lang={lang}>
        <a href={`/aktuelles/${item.id}`}>{item.title}</a>
      </Heading>
      {card && item.image === null && (
        <p class="row-teaser" lang={lang}>
          {item.teaser}
        </p>
      )}
      <p class="meta">
        <time dateTime={item.published_at}>{newsDate(item.published_at)}</time>
      </p>
    </>
  )
}

export function NewsRow(props: CardProps) {
  const { image } = props.item
  return (
    <li class="news-row">
      <article>
        <div class="news-words">
          <Words {...props} />
        </div>
        {image && (
          <div class="thumb">
            <Picture image={image} sizes={props.card ? '(min-width: 60em) 360px, 84px' : '84px'} decorative />
          </div>
        )}
      </article>
    </li>
  )
}

export function LeadCard({ item, lang }: { item: NewsListItem; lang: string }) {
  const { newsDate } = useTexts()
  return (
    <article class="card lead-card">
      {item.image && (
        <div class="lead-picture">
          <Picture image={item.image} sizes="(min-width: 60em) 420px, (min-width: 40em) 600px, 100vw" eager decorative />
        </div>
      )}
      <div class="lead-words">
        {item.category && (
          <p class="kicker" lang={lang}>
            {item.category.name}
          </p>
        )}
        <h3 lang={lang}>
          <a href={`/aktuelles/${item.id}`}>{item.title}</a>
        </h3>
        {item.teaser !== '' && (
          <p class="lead-teaser" lang={lang}>
            {item.teaser}
          </p>
        )}
        <p class="meta">
          <time dateTime={item.published_at}>{newsDate(item.published_at)}</time>
        </p>
      </div>
    </article>
  )
}
