// SPDX-License-Identifier: EUPL-1.2
/** Dates by day under sticky headings, page after page. */

import { useState } from 'preact/hooks'
import type { Bootstrap, EventItem } from '../api/types'
import { useTexts } from '../i18n'
import { useCached, type Cached } from '../offline/cached'
import { More } from '../ui/more'
import { remember } from '../ui/router'
import { Gate, Skeleton, StateNote } from '../ui/states'
import { listRequest, spanOf, type Choice } from './choice'
import { isAhead } from './date'
import { byDay, dayHeading } from './days'
import { EventRow } from './event-row'
import { useWords } from './words'

interface Props {
  boot: Bootstrap
  choice: Choice
  today: string
  first: Cached<EventItem[]>
  /** How many pages stood open when one went away. */
  pages: number
  onAll(): void
}

export function DayList({ boot, choice, today, first, pages: before, onAll }: Props) {
  const { t } = useTexts()
  const words = useWords()
  const [pages, setPages] = useState(before)
  const open = () => {
    setPages(pages + 1)
    remember({ pages: pages + 1 })
  }
  const list = { boot, choice, today }
  return (
    <>
      {/* Stays while the choice changes: only then a screen reader hears it. */}
      <p role="status" class={choice.query ? 'meta found' : 'sr-only'}>
        {first.data && first.data.length > 0 && choice.query ? words.foundFor(choice.query) : ''}
      </p>
      <Gate of={first} words={t.gate} phone={boot.tenant.phone} skeleton={<Skeleton rows={4} label={t.gate.loading} text />}>
        {(items) =>
          items.length === 0 ? (
            <Nothing choice={choice} onAll={onAll} />
          ) : (
            <>
              <Days {...list} items={items} page={1} pages={pages} headed={choice.when === 'monat' ? choice.day || today : undefined} />
              {first.nextPage != null && <Further {...list} pages={pages} onMore={open} />}
            </>
          )
        }
      </Gate>
    </>
  )
}

type ListProps = Pick<Props, 'boot' | 'choice' | 'today'>

/** One page by day, and what follows it. A day that goes on from the page before is not headed twice. */
function Days({ items, page, pages, headed, ...list }: ListProps & { items: EventItem[]; page: number; pages: number; headed?: string | undefined }) {
  const { language } = useTexts()
  const { boot, choice, today } = list
  const { from } = spanOf(choice, today)
  // A copy read offline may hold what has ended since.
  const shown = from === undefined ? items.filter((item) => isAhead(item, Date.now())) : items
  const days = byDay(shown, from ?? today)
  return (
    <>
      {days.map(({ day, items: own }) => {
        const [name, date] = dayHeading(day, today, language)
        return (
          <section key={day} class="day">
            {day !== headed && (
              <h2 class="day-head">
                {name} <span>{date}</span>
              </h2>
            )}
            <ul class="card rows" role="list">
              {own.map((item) => (
                <EventRow key={`${item.id} ${item.date}`} item={item} day={day} today={today} lang={boot.tenant.language} />
              ))}
            </ul>
          </section>
        )
      })}
      {page < pages && <Later {...list} page={page + 1} pages={pages} headed={days.at(-1)?.day ?? headed} />}
    </>
  )
}

function Later({ page, pages, headed, ...list }: ListProps & { page: number; pages: number; headed: string | undefined }) {
  const { t } = useTexts()
  const later = useCached<EventItem[]>('events', listRequest(list.choice, list.today, page))
  if (later.data !== undefined) return <Days {...list} items={later.data} page={page} pages={pages} headed={headed} />
  return (
    <Gate of={later} words={t.gate} phone={list.boot.tenant.phone} skeleton={<Skeleton rows={2} label={t.gate.loading} text />}>
      {() => null}
    </Gate>
  )
}

function Further({ choice, today, pages, onMore }: ListProps & { pages: number; onMore(): void }) {
  const words = useWords()
  const last = useCached<EventItem[]>(pages > 1 ? 'events' : null, listRequest(choice, today, pages))
  return <More last={last} pages={pages} words={[words.later, words.laterLoading]} onMore={onMore} />
}

function Nothing({ choice, onAll }: { choice: Choice; onAll(): void }) {
  const words = useWords()
  if (choice.query)
    return (
      <StateNote icon="search" title={words.noHitsTitle} text={words.noHits(choice.query)} announce>
        <a class="kern-btn kern-btn--secondary kern-btn--block" href={`/suche?q=${encodeURIComponent(choice.query)}`}>
          <span class="kern-label">{words.searchEverywhere}</span>
        </a>
      </StateNote>
    )
  const chosen = choice.when !== '' || choice.category !== ''
  if (choice.when === 'monat') return <p class="note" role="status">{words.emptyDay}</p>
  return (
    <StateNote icon="cal" title={words.emptyTitle} text={chosen ? words.emptyChoice : words.empty} announce>
      {chosen && (
        <button type="button" class="kern-btn kern-btn--secondary kern-btn--block" onClick={onAll}>
          <span class="kern-label">{words.showAll}</span>
        </button>
      )}
    </StateNote>
  )
}
