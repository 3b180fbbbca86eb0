// SPDX-License-Identifier: EUPL-1.2
/** Meldungen: what has been reported, as a list or on a map with the same choice; the choice stands in the address. */

import { useEffect } from 'preact/hooks'
import type { Bootstrap, DefectListItem, DefectStatistics } from '../../api/types'
import { useTexts } from '../../i18n'
import { dayOf, dayWords } from '../../i18n/dates'
import { useCached } from '../../offline/cached'
import { Page } from '../../ui/frame'
import { Icon } from '../../ui/icon'
import { entry, navigate, remember, usePlace } from '../../ui/router'
import { Segment } from '../../ui/segment'
import { Elsewhere } from '../elsewhere'
import '../defects.scss'
import { useWords } from '../words'
import { addressOf, ALL, choiceOf, listRequest, type Choice } from './choice'
import { FilterButton, FilterSide, Narrowed } from './filter'
import { ReportList } from './report-list'
import { ReportMap } from './report-map'

export function ReportsPage({ boot }: { boot: Bootstrap }) {
  return boot.defects?.mode === 'link' ? <Elsewhere boot={boot} /> : <Reports boot={boot} />
}

function Reports({ boot }: { boot: Bootstrap }) {
  const words = useWords()
  const choice = choiceOf(usePlace().query)
  const first = useCached<DefectListItem[]>(choice.map ? null : 'defects', listRequest(choice, 1))
  const go = (next: Choice) => {
    // Another choice begins with its first page.
    remember({ pages: 1 })
    navigate(addressOf(next), { replace: true })
  }
  // Who has the list has the single report, also without a network.
  useEffect(() => void import('../detail/defect-page').catch(() => undefined), [])
  const filter = { boot, choice, onChoose: go }
  return (
    <Page
      title={words.title}
      heading={false}
      back={{ href: '/maengel/melden', label: words.report }}
      action={
        <a class="word-button" href="/maengel/melden">
          <Icon name="plus" />
          {words.anew}
        </a>
      }
      storedAt={first.storedAt}
      wide
    >
      <div class={choice.map ? 'reports reports-on-map' : 'reports'}>
        <h1 tabIndex={-1}>{words.title}</h1>
        <Segment
          legend={words.view}
          quiet
          value={choice.map ? 'map' : 'list'}
          choices={[
            { value: 'list', label: <><Icon name="list" size={20} />{words.list}</> },
            { value: 'map', label: <><Icon name="map" size={20} />{words.map}</> },
          ]}
          onChoose={(view) => go({ ...choice, map: view === 'map' })}
        />
        <div class="listing">
          <FilterSide {...filter} />
          <div class="listing-results">
            <div class="reports-head">
              <Counts />
              <FilterButton {...filter} />
            </div>
            <Narrowed {...filter} />
            {choice.map ? (
              <ReportMap boot={boot} choice={choice} onAll={() => go({ ...ALL, map: true })} />
            ) : (
              <ReportList key={addressOf(choice)} boot={boot} choice={choice} first={first} pages={entry().pages ?? 1} onAll={() => go(ALL)} />
            )}
          </div>
        </div>
      </div>
    </Page>
  )
}

/** "38 offen · 12 erledigt im Juni". */
function Counts() {
  const { language } = useTexts()
  const words = useWords()
  const { data } = useCached<DefectStatistics>('defect-statistics', '/api/v1/defects/statistics')
  const month = dayWords(dayOf(new Date()), language, { month: 'long' })
  return <p class="meta">{data && `${words.open(data.open)} · ${words.closedThisMonth(data.closed_this_month, month)}`}</p>
}
