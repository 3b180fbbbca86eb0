// SPDX-License-Identifier: EUPL-1.2
/** The card of a chosen pin: what the map knows at once, word and photo as soon as they are there. */

import type { Defect, DefectPoint } from '../../api/types'
import { useTexts } from '../../i18n'
import { useCached } from '../../offline/cached'
import { Icon } from '../../ui/icon'
import { Picture } from '../../ui/picture'
import { Light } from '../light'
import { legendWord, statusWord } from '../status'

export function PointCard({ point, lang, alone }: { point: DefectPoint; lang: string; alone: boolean }) {
  const { language } = useTexts()
  // Of many on one spot only the map's own facts: nobody asks for them all.
  const { data } = useCached<Defect>(alone ? 'defect' : null, `/api/v1/defects/${point.id}`)
  return (
    <li>
      <a class="row point-card" href={`/maengel/${point.id}`}>
        {data?.photo && (
          <span class="thumb">
            <Picture image={data.photo} sizes="84px" decorative />
          </span>
        )}
        <span class="row-words">
          <strong class="row-label" lang={lang}>
            {point.title}
          </strong>
          {point.place !== null && (
            <span class="meta" lang={lang}>
              {point.place}
            </span>
          )}
          <span class="light-line">
            <Light name={point.light} />
            <span>{data ? statusWord(data, language) : legendWord(point.light, language)}</span>
          </span>
        </span>
        <Icon name="chev" size={20} class="row-arrow" />
      </a>
    </li>
  )
}
