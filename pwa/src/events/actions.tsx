// SPDX-License-Identifier: EUPL-1.2
/** What one does with an event: take it into the calendar, be reminded, keep it. */

import type { ComponentType } from 'preact'
import { useEffect, useState } from 'preact/hooks'
import type { Bootstrap, EventDate, EventDetail } from '../api/types'
import { useTexts } from '../i18n'
import { useOnline } from '../offline/connection'
import { keep, release, useRemembered } from '../offline/remembered'
import { Icon } from '../ui/icon'
import { Sheet } from '../ui/sheet'
import { toast } from '../ui/toast'
import { addressOfDate, isAhead } from './date'
import type { RemindProps } from './remind-sheet'
import { shortDay } from './when'
import { useWords } from './words'

const MORNING_MS = 9 * 3_600_000

/** The next date that takes place; a cancelled one leads there. */
export function nextOf(event: EventDetail, now: number): EventDate | undefined {
  return event.next.find((date) => date.date !== event.date && date.status === 'scheduled' && isAhead(date, now))
}

export function EventActions({ event, boot }: { event: EventDetail; boot: Bootstrap }) {
  const words = useWords()
  const [asking, setAsking] = useState(false)
  const kept = useRemembered().some(({ id }) => id === event.id)
  const next = nextOf(event, Date.now())
  const ahead = isAhead(event, Date.now())
  // What lasts all day counts from the morning, as the server does it.
  const begins = event.recurring ? null : Date.parse(event.starts_at) + (event.all_day ? MORNING_MS : 0)
  const own = { id: event.id, date: event.date, title: event.title, last: event.recurring ? null : event.last_day }
  const toggle = () => {
    if (kept) release(event.id)
    else if (!keep(own)) return toast(words.kept.full, 'info')
    toast(kept ? words.kept.removed : words.kept.added)
  }
  return (
    <div class="event-actions">
      {event.status === 'scheduled' ? ahead && <IntoCalendar event={event} /> : next && <ToNext event={event} next={next} />}
      <div class="event-pair">
        {boot.push && ((ahead && event.status !== 'cancelled') || next) && (
          <button type="button" class="kern-btn kern-btn--secondary" aria-haspopup="dialog" onClick={() => setAsking(true)}>
            <Icon name="bell" size={20} />
            <span class="kern-label">{words.remind.button}</span>
          </button>
        )}
        <button type="button" class="kern-btn kern-btn--secondary" aria-pressed={kept} onClick={toggle}>
          <Icon name={kept ? 'check' : 'heart'} size={20} />
          <span class="kern-label">{kept ? words.kept.on : words.kept.off}</span>
        </button>
      </div>
      {boot.push && <Remind own={own} begins={begins} publicKey={boot.push.public_key} open={asking} onClose={() => setAsking(false)} />}
    </div>
  )
}

/** Few ask for it, so its code follows the tap. */
function Remind({ open, onClose, ...props }: Omit<RemindProps, 'onDone'> & { open: boolean; onClose(): void }) {
  const { t } = useTexts()
  const words = useWords()
  const [Inside, setInside] = useState<ComponentType<RemindProps>>()
  const [failed, setFailed] = useState(false)
  useEffect(() => {
    if (!open) return
    setFailed(false)
    import('./remind-sheet').then(
      ({ RemindSheet }) => setInside(() => RemindSheet),
      () => setFailed(true),
    )
  }, [open])
  return (
    <Sheet title={words.remind.title} close={t.close} open={open} onClose={onClose}>
      {open && Inside && <Inside {...props} onDone={onClose} />}
      <div role="alert">{failed && <p class="failure">{words.remind.offline}</p>}</div>
    </Sheet>
  )
}

function IntoCalendar({ event }: { event: EventDetail }) {
  const words = useWords()
  const online = useOnline()
  const [refused, setRefused] = useState(false)
  const file = `/api/v1/events/${event.id}.ics`
  const stop = (click: MouseEvent) => {
    setRefused(!online)
    if (!online) click.preventDefault()
  }
  return (
    <>
      <a class="kern-btn kern-btn--primary kern-btn--block" href={event.recurring ? `${file}?date=${encodeURIComponent(event.date)}` : file} onClick={stop}>
        <Icon name="cal" size={20} />
        <span class="kern-label">{words.intoCalendar}</span>
      </a>
      {event.recurring && (
        <a class="tall" href={file} onClick={stop}>
          {words.seriesIntoCalendar}
        </a>
      )}
      <div role="alert">{refused && <p class="failure">{words.calendarOffline}</p>}</div>
    </>
  )
}

function ToNext({ event, next }: { event: EventDetail; next: EventDate }) {
  const { language } = useTexts()
  const words = useWords()
  return (
    <a class="kern-btn kern-btn--primary kern-btn--block" href={addressOfDate({ id: event.id, date: next.date, recurring: true })}>
      <span class="kern-label">{words.toNext(shortDay(next, new Date(), language))}</span>
    </a>
  )
}
