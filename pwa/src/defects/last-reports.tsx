// SPDX-License-Identifier: EUPL-1.2
/** What was reported last, beside the next dates on a desktop's Start; on a phone the list is one tap away. */

import type { DefectListItem } from '../api/types'
import { useTexts } from '../i18n'
import { Icon } from '../ui/icon'
import { Light } from './light'
import { statusWord } from './status'

const SHOWN = 3

export function LastReports({ items, lang }: { items: DefectListItem[]; lang: string }) {
  const { t, language } = useTexts()
  if (items.length === 0) return null
  return (
    <section class="last-reports" aria-labelledby="start-reports">
      <div class="section-head">
        <h2 id="start-reports">{t.start.reports}</h2>
        <a class="arrow-link" href="/maengel" aria-label={t.start.allReportsLong}>
          {t.start.allNews}
          <Icon name="chev" size={20} />
        </a>
      </div>
      <ul class="card rows" role="list">
        {items.slice(0, SHOWN).map((item) => (
          <li key={item.id}>
            <a class="row" href={`/maengel/${item.id}`}>
              <Light name={item.light} />
              <span class="row-words">
                <h3 class="row-label" lang={lang}>
                  {item.title}
                </h3>
                <span class="meta">
                  {statusWord(item, language)}
                  {item.place !== null && (
                    <>
                      {' · '}
                      <span lang={lang}>{item.place}</span>
                    </>
                  )}
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
