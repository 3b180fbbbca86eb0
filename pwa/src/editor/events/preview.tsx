// SPDX-License-Identifier: EUPL-1.2
/** The event as residents will see it: their own page and list, on a phone. */

import type { ComponentChildren } from 'preact'
import { useMemo, useState } from 'preact/hooks'
import type { EventDate, EventDetail, Image, Tenant } from '../../api/types'
import eventStyles from '../../events/events.scss?url'
import { EventBody, EventHead, EventNotice, EventPicture } from '../../events/event-parts'
import { EventRow } from '../../events/event-row'
import { Facts } from '../../events/facts'
import { MarkedTitle } from '../../events/mark'
import { NextDates } from '../../events/next-dates'
import { useTexts } from '../../i18n'
import { dayOf } from '../../i18n/dates'
import { FrameContext, Page } from '../../ui/frame'
import { FRAME, Phone } from '../compose/preview'
import { useWords } from '../i18n'
import { Segmented } from '../ui/fields'
import { laid } from './changing'
import type { Dates, EventContent, SeriesDate, StaffEvent } from './model'

interface Props {
  content: EventContent
  picture: Image | null
  thing: StaffEvent | undefined
  dates: Dates | undefined
  categories: { slug: string; name: string }[]
  tenant: Tenant
  block: number | undefined
  /** How a locked phone shows it; without it there is no such view. */
  notification?: ComponentChildren
}

function dateOf(content: EventContent, date: SeriesDate): EventDate {
  const { status, status_note, place } = content
  const { starts_at, ends_at, all_day, first_day, last_day } = date
  return {
    ...{ date: date.date, starts_at, ends_at, all_day, first_day, last_day, previous_start: null },
    status: status === 'scheduled' ? date.status : status,
    note: date.note ?? status_note,
    place_name: laid(content, date.date).place_name ?? place?.name ?? null,
  }
}

/** Before anybody has said when, it is now. */
function someDate(): SeriesDate {
  const now = new Date()
  const day = dayOf(now)
  const at = { date: day, starts_at: now.toISOString(), ends_at: null, all_day: true, first_day: day, last_day: day }
  return { ...at, n: 1, status: 'scheduled', note: null, changed: false, excluded_reason: null, excluded: false }
}

function detailOf({ content, picture, thing, dates, categories }: Props): EventDetail {
  const shown = (dates?.dates ?? []).filter(({ excluded }) => !excluded).map((date) => dateOf(content, date))
  const [first = dateOf(content, someDate())] = shown
  const now = new Date().toISOString()
  const { title, teaser, body, organiser, place, price, registration, links, tags, timing, unpublish_at } = content
  return {
    ...first,
    ...{ title: laid(content, first.date).title ?? title, teaser, body, place, registration, links, tags, unpublish_at, image: picture, rrule: timing.rrule },
    id: thing?.id ?? '',
    organiser: organiser && { name: organiser.name, email: organiser.email, phone: organiser.phone, url: organiser.url },
    price,
    category: categories.find(({ slug }) => slug === content.category) ?? null,
    recurring: timing.rrule !== null || timing.extra.length > 0,
    source: thing?.source ?? null,
    published_at: thing?.published_at ?? content.publish_at ?? now,
    updated_at: now,
    next: shown,
  }
}

export function EventPreview(props: Props) {
  const { t } = useWords()
  const { t: resident } = useTexts()
  const [view, setView] = useState('page')
  const { content, picture, thing, dates, categories, tenant, block, notification } = props
  const event = useMemo(() => detailOf({ content, picture, thing, dates, categories, tenant, block }), [content, picture, thing, dates, categories, tenant, block])
  const words = t.publishing.editor
  const shown = useMemo(() => {
    const boot = { tenant, map: null }
    const title = event.title === '' ? t.events.untitled : event.title
    return (
      <FrameContext.Provider value={FRAME}>
        {view === 'page' ? (
          <Page title="" heading={false} back={{ href: '/termine', label: resident.tabs.events }}>
            <article class="article event">
              <EventNotice event={event} boot={boot} />
              <EventHead event={event} boot={boot} />
              <h1>
                <MarkedTitle date={event} title={title} lang={tenant.language} />
              </h1>
              <EventPicture event={event} boot={boot} />
              <Facts event={event} boot={boot} />
              <EventBody event={event} boot={boot}>
                <NextDates event={event} />
              </EventBody>
            </article>
          </Page>
        ) : (
          <Page title={resident.tabs.events} back={{ href: '/', label: resident.tabs.start }}>
            <ul class="card event-list" role="list">
              <EventRow item={{ ...event, title, price: { ...event.price, cents: event.price.amounts[0]?.cents ?? null } }} day={event.first_day} today={dayOf(new Date())} level={2} lang={tenant.language} />
            </ul>
          </Page>
        )}
      </FrameContext.Provider>
    )
  }, [view, event, tenant, resident, t])
  return (
    <>
      <Segmented
        id="event-view"
        label={words.views}
        quiet
        value={view}
        options={[
          { value: 'page', label: t.events.editor.page },
          { value: 'list', label: words.list },
          ...(notification ? [{ value: 'notification', label: t.push.one }] : []),
        ]}
        onChoose={setView}
      />
      {view === 'notification' ? (
        notification
      ) : (
        <Phone title={t.compose.previewOf(view === 'page' ? t.events.editor.page : words.list)} styles={[eventStyles]} block={view === 'page' ? block : undefined}>
          {shown}
        </Phone>
      )}
      <p class="muted phone-hint">{t.compose.previewHint}</p>
    </>
  )
}
