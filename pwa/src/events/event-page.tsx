// SPDX-License-Identifier: EUPL-1.2
/** One date of an event: whether it takes place, when, where, what it costs; into the calendar, remind, keep, share. */

import type { Bootstrap, EventDetail } from '../api/types'
import { useTexts } from '../i18n'
import { useCached } from '../offline/cached'
import { Page } from '../ui/frame'
import { usePlace } from '../ui/router'
import { Share } from '../ui/share'
import { Gate, Skeleton } from '../ui/states'
import { EventActions } from './actions'
import { keyIn } from './date'
import { EventBody, EventHead, EventNotice, EventPicture } from './event-parts'
import './events.scss'
import { Facts } from './facts'
import { MarkedTitle } from './mark'
import { NextDates } from './next-dates'
import { useWords } from './words'

export function EventPage({ boot, id }: { boot: Bootstrap; id: string }) {
  const { t } = useTexts()
  const words = useWords()
  const date = keyIn(usePlace().query)
  const which = date === null ? '' : `?date=${encodeURIComponent(date)}`
  const event = useCached<EventDetail>('event', `/api/v1/events/${encodeURIComponent(id)}${which}`)
  const back = { href: '/termine', label: t.tabs.events }
  if (event.state === 'missing')
    return (
      <Page title={words.gone.title} back={back}>
        <p role="status">{words.gone.text}</p>
        <p class="buttons">
          <a class="kern-btn kern-btn--secondary" href="/termine">
            <span class="kern-label">{t.start.allEventsLong}</span>
          </a>
        </p>
      </Page>
    )
  const known = event.data
  const title = known?.title ?? words.fallbackTitle
  return (
    <Page title={title} heading={false} back={back} storedAt={event.storedAt} action={known && <Share title={title} words={t.article} />}>
      <article class="article event">
        {known && <EventNotice event={known} boot={boot} />}
        {known && <EventHead event={known} boot={boot} />}
        {/* One and the same element before and after the answer: it has the focus after a move. */}
        <h1 tabIndex={-1}>{known ? <MarkedTitle date={known} title={known.title} lang={boot.tenant.language} /> : title}</h1>
        {known && <EventPicture event={known} boot={boot} />}
        <Gate of={event} words={t.gate} phone={boot.tenant.phone} skeleton={<Skeleton rows={2} label={t.gate.loading} text />}>
          {(found) => (
            <>
              <Facts event={found} boot={boot} />
              <EventActions event={found} boot={boot} />
              <EventBody event={found} boot={boot}>
                <NextDates event={found} />
              </EventBody>
            </>
          )}
        </Gate>
      </article>
    </Page>
  )
}
