// SPDX-License-Identifier: EUPL-1.2
/** The municipality's dates in one's own calendar, all or one category, and how each calendar takes them. */

import { useState } from 'preact/hooks'
import type { Bootstrap } from '../api/types'
import { useTexts } from '../i18n'
import '../ui/form/options.scss'
import { Page } from '../ui/frame'
import { Icon } from '../ui/icon'
import { usePlace } from '../ui/router'
import { copy } from '../ui/share'
import './events.scss'
import { useWords } from './words'

/** The feed as calendars fetch it; its scheme `webcal` opens the device's own calendar. */
export function feedOf(origin: string, category: string): string {
  return `${origin}/feeds/events.ics${category && `?category=${encodeURIComponent(category)}`}`
}

export function SubscribePage({ boot }: { boot: Bootstrap }) {
  const { t } = useTexts()
  const words = useWords()
  const s = words.subscribe
  const categories = boot.events?.categories ?? []
  const wanted = usePlace().query.get('kategorie')
  const [category, setCategory] = useState(categories.some(({ slug }) => slug === wanted) ? (wanted ?? '') : '')
  const feed = feedOf(boot.tenant.origin, category)
  const option = (value: string, label: string, lang?: string) => (
    <label key={value} class="option">
      <input type="radio" class="radio" name="category" checked={value === category} onChange={() => setCategory(value)} />
      <span lang={lang}>{label}</span>
    </label>
  )
  return (
    <Page title={s.long} back={{ href: '/termine', label: t.tabs.events }}>
      <p class="lead muted">{s.lead}</p>
      {categories.length > 1 && (
        <fieldset class="options">
          <legend>{s.which}</legend>
          {option('', s.all)}
          {categories.map(({ slug, name }) => option(slug, name, boot.tenant.language))}
        </fieldset>
      )}
      <div class="sheet-buttons">
        <a class="kern-btn kern-btn--primary kern-btn--block" href={feed.replace(/^https?:/, 'webcal:')}>
          <Icon name="cal" size={20} />
          <span class="kern-label">{s.button}</span>
        </a>
        <button type="button" class="kern-btn kern-btn--secondary kern-btn--block" onClick={() => void copy(feed, s)}>
          <Icon name="copy" size={20} />
          <span class="kern-label">{s.copy}</span>
        </button>
      </div>
      <p class="meta feed-address">
        {s.address}: <span>{feed}</span>
      </p>
      <h2>{s.how}</h2>
      <ul class="steps" role="list">
        {s.ways.map(({ title, text }) => (
          <li key={title}>
            <div>
              <h3>{title}</h3>
              <p>{text}</p>
            </div>
          </li>
        ))}
      </ul>
      <p class="meta">{s.fresh}</p>
    </Page>
  )
}
