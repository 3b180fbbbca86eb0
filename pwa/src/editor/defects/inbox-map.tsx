// SPDX-License-Identifier: EUPL-1.2
/** The same reports on a map, with the same numbers; the list beside it stays the main way. */

import { useMemo, useState } from 'preact/hooks'
import { useWords } from '../i18n'
import { Gate } from '../ui/gate'
import type { Loaded } from '../ui/load'
import { RowPicture } from '../ui/rows'
import { iconNamed } from '../../ui/icon'
import { useDue } from './inbox-row'
import { addressOfReport, thumbOf, type ReportRow } from './model'
import { pin, ReportMap } from './report-map'
import { urgencyOf, type Times } from './use-times'

interface Props {
  of: Loaded<ReportRow[]>
  times: Times
}

export function InboxMap({ of, times }: Props) {
  return <Gate of={of}>{(rows) => <Beside rows={rows} times={times} />}</Gate>
}

function Beside({ rows, times }: { rows: ReportRow[]; times: Times }) {
  const { t } = useWords()
  const words = t.defects
  const [chosen, setChosen] = useState<string>()
  const due = useDue(times)
  const without = rows.filter(({ lat }) => lat === null).length
  const points = useMemo(
    () => rows.flatMap((row, at) => (row.lat === null || row.lon === null ? [] : [{ id: row.id, lat: row.lat, lon: row.lon, label: words.onMap(at + 1, row.title), html: pin(String(at + 1), urgencyOf(row)) }])),
    [rows, words],
  )
  const choose = (id: string | undefined) => {
    setChosen(id)
    if (id !== undefined) document.querySelector(`[data-report="${id}"]`)?.scrollIntoView({ block: 'nearest' })
  }
  return (
    <div class="beside-map">
      <div>
        <h2 class="sr-only">{words.list}</h2>
        <ul class="rows" role="list">
          {rows.map((row, at) => {
            const [first, second] = due(row)
            const urgency = urgencyOf(row)
            return (
              <li key={row.id} class={`row map-row${row.id === chosen ? ' chosen' : ''}`} data-report={row.id} onPointerEnter={() => setChosen(row.id)} onFocusCapture={() => setChosen(row.id)}>
                <span class={`map-number is-${urgency}`} aria-hidden="true">
                  {at + 1}
                </span>
                <div class="row-words">
                  <h3>
                    <a class="row-link" href={addressOfReport(row.id)}>
                      <span class="sr-only">{at + 1}: </span>
                      {row.title}
                    </a>
                  </h3>
                  <p class="row-line">{row.place || words.noPlace}</p>
                  <p class={`row-line due-words is-${urgency}`}>
                    <strong>{first}</strong> {second}
                  </p>
                </div>
                <RowPicture picture={thumbOf(row)} icon={iconNamed(row.category.icon)} />
              </li>
            )
          })}
        </ul>
        {without > 0 && <p class="field-help">{words.withoutPoint(without)}</p>}
      </div>
      <ReportMap points={points} chosen={chosen} onChoose={choose} />
    </div>
  )
}
