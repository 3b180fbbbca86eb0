// SPDX-License-Identifier: EUPL-1.2
/** A tour on paper for the yard: where the reports lie, what is the matter, room to write; printed by the browser. What tells who somebody is stays in the house. */

import { render } from 'preact'
import type { MultiPolygon } from '../../ui/geo'
import { momentWords } from '../compose/moments'
import { useWords } from '../i18n'
import { allHidden } from './hiding'
import { thumbOf, type ReportRow } from './model'
import { SIZE, sketchOf } from './sketch'
import './tour.scss'

interface Props {
  rows: ReportRow[]
  town: string
  border: MultiPolygon | null
  now: Date
}

function Sketch({ rows, border }: Pick<Props, 'rows' | 'border'>) {
  const sketch = sketchOf(rows, border)
  if (sketch === undefined) return null
  return (
    <svg class="tour-map" viewBox={`0 0 ${SIZE.width} ${SIZE.height}`} aria-hidden="true">
      {sketch.border && <path d={sketch.border} />}
      {sketch.points.map(({ x, y, words }) => (
        <g key={words} transform={`translate(${x} ${y})`}>
          <circle r={Math.max(14, 6 + words.length * 3.5)} />
          <text y="5" text-anchor="middle">
            {words}
          </text>
        </g>
      ))}
    </svg>
  )
}

function Tour({ rows, town, border, now }: Props) {
  const { t, language } = useWords()
  const words = t.defects.tour
  const when = (iso: string) => momentWords(new Date(iso), now, language)
  return (
    <>
      <h1>{words.title(town)}</h1>
      <p>{words.printed(momentWords(now, now, language), rows.length)}</p>
      <Sketch rows={rows} border={border} />
      <ol>
        {rows.map((row) => (
          <li key={row.id}>
            {row.photo && <img src={thumbOf(row)?.src} alt="" />}
            <div>
              <h2>{row.title}</h2>
              <p>
                <strong>{row.place || t.defects.noPlace}</strong>
                {row.lat !== null && row.lon !== null && ` (${row.lat.toFixed(5)}, ${row.lon.toFixed(5)})`}
              </p>
              <p>{allHidden(row.excerpt)}</p>
              <p class="tour-small">
                {[row.number, row.category.name, row.due_at && words.due(when(row.due_at)), row.assignee?.name].filter(Boolean).join(' · ')}
              </p>
            </div>
            <p class="tour-box">
              <span /> {words.done}
              <br />
              {words.note}
            </p>
          </li>
        ))}
      </ol>
    </>
  )
}

/** Puts the list beside the page, where only paper shows it, and asks the browser to print. */
export async function printTour(rows: ReportRow[], town: string, border: MultiPolygon | null): Promise<void> {
  const sheet = document.createElement('div')
  sheet.className = 'tour'
  document.body.append(sheet)
  render(<Tour rows={rows} town={town} border={border} now={new Date()} />, sheet)
  await Promise.all([...sheet.querySelectorAll('img')].map((image) => image.decode().catch(() => undefined)))
  const clear = () => {
    render(null, sheet)
    sheet.remove()
  }
  addEventListener('afterprint', clear, { once: true })
  print()
}
