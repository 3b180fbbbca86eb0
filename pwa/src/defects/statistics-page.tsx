// SPDX-License-Identifier: EUPL-1.2
/** How many reports there are, and how well the town hall keeps its promise: figures first, every chart also a table. */

import type { Bootstrap, DefectStatistics } from '../api/types'
import { useTexts } from '../i18n'
import { dayWords } from '../i18n/dates'
import { useCached } from '../offline/cached'
import { Page } from '../ui/frame'
import { Icon, iconNamed } from '../ui/icon'
import { Gate, Skeleton, StateNote } from '../ui/states'
import './defects.scss'
import { Elsewhere } from './elsewhere'
import { useWords } from './words'

export function StatisticsPage({ boot }: { boot: Bootstrap }) {
  return boot.defects?.mode === 'link' ? <Elsewhere boot={boot} /> : <Figures boot={boot} />
}

function Figures({ boot }: { boot: Bootstrap }) {
  const { t } = useTexts()
  const words = useWords()
  const read = useCached<DefectStatistics>('defect-statistics', '/api/v1/defects/statistics')
  return (
    <Page title={words.statistics.title} back={{ href: '/maengel', label: words.title }} storedAt={read.storedAt}>
      <Gate of={read} words={t.gate} phone={boot.tenant.phone} skeleton={<Skeleton rows={3} label={t.gate.loading} />}>
        {(figures) =>
          figures.months.length === 0 && figures.categories.length === 0 ? (
            <StateNote icon="report" title={words.emptyTitle} text={words.statistics.empty} />
          ) : (
            <Shown of={figures} lang={boot.tenant.language} />
          )
        }
      </Gate>
    </Page>
  )
}

function Shown({ of, lang }: { of: DefectStatistics; lang: string }) {
  const words = useWords().statistics
  const percent = of.answered_in_time === null ? words.none : `${Math.round(of.answered_in_time * 100)}\u00a0%`
  const days = (value: number | null) => (value === null ? words.none : words.workdays(value))
  return (
    <>
      <p class="lead muted">{words.lead(of.promise_days)}</p>
      <dl class="figures">
        <Figure label={words.inTime} value={percent} main />
        <Figure label={words.toAnswer} value={days(of.median_days_to_answer)} />
        <Figure label={words.toDone} value={days(of.median_days_to_done)} />
      </dl>
      <h2>{words.now}</h2>
      <dl class="card counts">
        {(
          [
            [words.openNow, of.open],
            [words.closedNow, of.closed_this_month],
            [words.received, of.received_last_90_days],
          ] as const
        ).map(([label, count]) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{count}</dd>
          </div>
        ))}
      </dl>
      {of.categories.length > 0 && (
        <>
          <h2>{words.categories}</h2>
          <div class="card table-card">
            <table>
              <thead>
                <tr>
                  <th scope="col">{words.category}</th>
                  <th scope="col">{words.open}</th>
                  <th scope="col">{words.closed}</th>
                </tr>
              </thead>
              <tbody>
                {of.categories.map(({ code, name, icon, open, closed }) => (
                  <tr key={code}>
                    <th scope="row" lang={lang}>
                      <span class="table-name">
                        <Icon name={iconNamed(icon)} size={20} />
                        {name}
                      </span>
                    </th>
                    <td data-label={words.open}>{open}</td>
                    <td data-label={words.closed}>{closed}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
        </>
      )}
      {of.months.length > 0 && <Months of={of.months} />}
    </>
  )
}

function Figure({ label, value, main = false }: { label: string; value: string; main?: boolean }) {
  return (
    <div class={main ? 'card figure-card figure-main' : 'card figure-card'}>
      <dt>{label}</dt>
      <dd>
        <strong>{value}</strong>
      </dd>
    </div>
  )
}

/** The numbers stand in the table; the bars beside them only show their size. */
function Months({ of }: { of: DefectStatistics['months'] }) {
  const { language } = useTexts()
  const words = useWords().statistics
  const most = Math.max(1, ...of.flatMap(({ received, closed }) => [received, closed]))
  const cell = (count: number, kind: string, label: string) => (
    <td data-label={label}>
      <span class="bar-cell">
        <span>{count}</span>
        <i class={kind} style={{ width: `${(count / most) * 100}%` }} />
      </span>
    </td>
  )
  return (
    <>
      <h2>{words.months}</h2>
      <div class="card table-card table-bars">
        <table>
          <thead>
            <tr>
              <th scope="col">{words.month}</th>
              <th scope="col">{words.reported}</th>
              <th scope="col">{words.done}</th>
            </tr>
          </thead>
          <tbody>
            {[...of].reverse().map(({ month, received, closed }) => (
              <tr key={month}>
                <th scope="row">{dayWords(`${month.slice(0, 7)}-15`, language, { month: 'short', year: 'numeric' })}</th>
                {cell(received, 'bar-received', words.reported)}
                {cell(closed, 'bar-closed', words.done)}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </>
  )
}
