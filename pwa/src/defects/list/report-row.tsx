// SPDX-License-Identifier: EUPL-1.2
/** One report in a list: title, place, light, what comes next; the whole row is the link. */

import type { DefectListItem } from '../../api/types'
import { useTexts } from '../../i18n'
import { dayOf } from '../../i18n/dates'
import { Picture } from '../../ui/picture'
import { LightLine } from '../light'
import { lineOf } from '../line'
import { useWords } from '../words'

export function ReportRow({ item, lang }: { item: DefectListItem; lang: string }) {
  const { language } = useTexts()
  const words = useWords()
  const line = lineOf(item, dayOf(new Date()), words.line, language)
  return (
    <li class="report-row">
      <article>
        <div class="report-words">
          <h2 lang={lang}>
            <a href={`/maengel/${item.id}`}>{item.title}</a>
          </h2>
          {item.place !== null && (
            <p class="meta" lang={lang}>
              {item.place}
            </p>
          )}
          <LightLine of={item} />
          <p class="report-line" lang={line.own ? lang : undefined}>
            {line.text}
          </p>
        </div>
        {item.photo && (
          <div class="thumb">
            <Picture image={item.photo} sizes="84px" decorative />
          </div>
        )}
      </article>
    </li>
  )
}
