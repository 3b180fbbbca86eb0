// SPDX-License-Identifier: EUPL-1.2
/** What the resident has kept on this device, each as it is now. */

import type { Bootstrap, EventDetail } from '../api/types'
import { useTexts } from '../i18n'
import { dayOf } from '../i18n/dates'
import { useCached } from '../offline/cached'
import { release, useRemembered, type Remembered } from '../offline/remembered'
import { Page } from '../ui/frame'
import { Row, Rows } from '../ui/list'
import { StateNote } from '../ui/states'
import { dayHeading } from './days'
import './events.scss'
import { EventRow } from './event-row'
import { useWords } from './words'

export function KeptPage({ boot }: { boot: Bootstrap }) {
  const { t } = useTexts()
  const words = useWords()
  const list = useRemembered()
  return (
    <Page title={words.kept.title} back={{ href: '/termine', label: t.tabs.events }}>
      {list.length === 0 ? (
        <StateNote icon="heart" title={words.kept.emptyTitle} text={words.kept.empty}>
          <a class="kern-btn kern-btn--secondary kern-btn--block" href="/termine">
            <span class="kern-label">{t.start.allEventsLong}</span>
          </a>
        </StateNote>
      ) : (
        <>
          <p class="lead muted">{words.kept.lead}</p>
          {list.map((event) => (
            <Kept key={event.id} of={event} boot={boot} />
          ))}
        </>
      )}
    </Page>
  )
}

/** A series stands with its next date. */
function Kept({ of, boot }: { of: Remembered; boot: Bootstrap }) {
  const { language } = useTexts()
  const words = useWords()
  const { data, state } = useCached<EventDetail>('event', `/api/v1/events/${of.id}`)
  const today = dayOf(new Date())
  if (state === 'missing')
    return (
      <section class="day">
        <h2 class="day-head">{of.title}</h2>
        <p class="note">{words.gone.title}</p>
        <button type="button" class="link-button" onClick={() => release(of.id)}>
          {words.kept.release}
        </button>
      </section>
    )
  if (data === undefined)
    return (
      <section class="day">
        <Rows>
          <Row icon="cal" label={of.title} href={`/termine/${of.id}`} lang={boot.tenant.language} />
        </Rows>
      </section>
    )
  const day = data.first_day < today && data.last_day >= today ? today : data.first_day
  const [name, date] = dayHeading(day, today, language)
  return (
    <section class="day">
      <h2 class="day-head">
        {name} <span>{date}</span>
      </h2>
      <ul class="card rows" role="list">
        <EventRow item={{ ...data, price: { ...data.price, cents: data.price.amounts[0]?.cents ?? null } }} day={day} today={today} lang={boot.tenant.language} />
      </ul>
    </section>
  )
}
