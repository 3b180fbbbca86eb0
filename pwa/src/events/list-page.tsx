// SPDX-License-Identifier: EUPL-1.2
/** Termine: what takes place, by day or in a month, by category and search; the choice stands in the address. */

import type { Bootstrap, EventItem } from '../api/types'
import { useTexts } from '../i18n'
import { dayOf } from '../i18n/dates'
import { useCached } from '../offline/cached'
import { useRemembered } from '../offline/remembered'
import { Page } from '../ui/frame'
import { Icon } from '../ui/icon'
import { entry, navigate, remember, usePlace } from '../ui/router'
import { addressOf, ALL, choiceOf, listRequest, type Choice } from './choice'
import { DayList } from './day-list'
import './events.scss'
import { FilterBar, FilterSide } from './filter'
import { Month } from './month'
import { useWords } from './words'

export function EventsPage({ boot }: { boot: Bootstrap }) {
  const { t } = useTexts()
  const words = useWords()
  const choice = choiceOf(usePlace().query)
  const today = dayOf(new Date())
  const first = useCached<EventItem[]>('events', listRequest(choice, today, 1))
  const go = (next: Choice) => {
    // Another choice begins with its first page.
    remember({ pages: 1 })
    navigate(addressOf(next), { replace: true })
  }
  const filter = { boot, choice, today, onChoose: go }
  return (
    <Page title={t.tabs.events} heading={false} storedAt={first.storedAt} wide>
      <div class="section-head events-head">
        <h1 tabIndex={-1}>{t.tabs.events}</h1>
        <a class="word-button" href="/termine/abonnieren" rel="nofollow">
          <Icon name="plus" size={20} />
          <span class="short">{words.subscribe.short}</span>
          <span class="long">{words.subscribe.long}</span>
        </a>
      </div>
      <div class="listing">
        <FilterSide {...filter}>
          <Ways />
        </FilterSide>
        <div class="listing-results">
          <FilterBar {...filter} />
          {choice.when === 'monat' && <Month boot={boot} choice={choice} today={today} onChoose={go} />}
          <DayList key={addressOf(choice)} boot={boot} choice={choice} today={today} first={first} pages={entry().pages ?? 1} onAll={() => go(ALL)} />
          <div class="events-end">
            <Ways />
          </div>
        </div>
      </div>
    </Page>
  )
}

/** Where one goes from a list that does not hold what one looks for. */
function Ways() {
  const words = useWords()
  const kept = useRemembered().length
  return (
    <>
      {kept > 0 && (
        <a class="tall" href="/termine/gemerkt" rel="nofollow">
          {words.kept.link(kept)}
        </a>
      )}
      <p>
        {words.suggest.ask}{' '}
        <a class="tall" href="/termine/vorschlagen" rel="nofollow">
          {words.suggest.link}
        </a>
      </p>
    </>
  )
}
