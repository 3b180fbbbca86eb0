// SPDX-License-Identifier: EUPL-1.2
/** On Start: the services that residents ask for most, the municipality's choice. */

import type { ServiceItem } from '../api/types'
import { useTexts } from '../i18n'
import { Icon, iconNamed } from '../ui/icon'

export function TopServices({ items, lang }: { items: ServiceItem[]; lang: string }) {
  const { t } = useTexts()
  if (items.length === 0) return null
  return (
    <section aria-labelledby="start-services">
      <div class="section-head">
        <h2 id="start-services">{t.tabs.services}</h2>
        <a class="arrow-link" href="/dienste" aria-label={t.start.allServicesLong}>
          {t.start.allNews}
          <Icon name="chev" size={20} />
        </a>
      </div>
      <ul class="card rows" role="list">
        {items.map(({ id, title, teaser, situation }) => (
          <li key={id}>
            <a class="row" href={`/dienste/${id}`}>
              <Icon name={iconNamed(situation.icon)} />
              <span class="row-words" lang={lang}>
                <h3 class="row-label">{title}</h3>
                <span class="meta">{teaser}</span>
              </span>
              <Icon name="chev" size={20} class="row-arrow" />
            </a>
          </li>
        ))}
      </ul>
    </section>
  )
}
