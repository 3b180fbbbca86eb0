// SPDX-License-Identifier: EUPL-1.2
/** When, where, what it costs, whether to register, how to get in: one fact a line. */

import type { Bootstrap, EventDetail } from '../api/types'
import { useTexts } from '../i18n'
import { dayOf } from '../i18n/dates'
import { Icon } from '../ui/icon'
import { accessParts } from '../ui/way'
import { Fact } from './fact'
import { Mark } from './mark'
import { priceInFull } from './prices'
import { PlaceFact } from './place-fact'
import { repetitionWords } from './repetition'
import { dayLine, timeLine } from './when'
import { useWords } from './words'

export function Facts({ event, boot }: { event: EventDetail; boot: Pick<Bootstrap, 'tenant' | 'map'> }) {
  const { t, language } = useTexts()
  const words = useWords()
  const lang = boot.tenant.language
  const today = dayOf(new Date())
  const price = priceInFull(event.price, words, language)
  const repeated = repetitionWords(event.rrule, event.date, language)
  const { registration, place } = event
  const off = event.status !== 'scheduled'
  const times = timeLine(event, t.event, words, language)
  return (
    <ul class="facts" role="list">
      <Fact icon="cal" head={<time dateTime={event.all_day ? event.first_day : event.starts_at} class={off ? 'struck' : undefined}>{dayLine(event, language)}</time>}>
        {!off && <Mark date={event} />}
        {times && <p class={off ? 'muted struck' : 'muted'}>{times}</p>}
        {event.note && !off && <p lang={lang}>{event.note}</p>}
        {repeated && <p class="muted">{repeated}</p>}
      </Fact>
      {place ? <PlaceFact place={place} name={event.place_name ?? place.name} boot={boot} /> : event.place_name && <Fact icon="pin" head={event.place_name} lang={lang} />}
      {price && (
        <Fact icon="ticket" head={<span lang={lang}>{price[0]}</span>}>
          {price[1] && (
            <p class="muted" lang={lang}>
              {price[1]}
            </p>
          )}
        </Fact>
      )}
      {(registration.required || registration.url !== null || registration.text !== null) && event.last_day >= today && (
        <Fact icon="check" head={registration.required ? words.register.needed : words.register.possible}>
          {registration.text && (
            <p class="muted" lang={lang}>
              {registration.text}
            </p>
          )}
          {registration.url && (
            <a class="tall" href={registration.url} rel="noopener">
              {words.register.link}
              <Icon name="ext" size={17} />
            </a>
          )}
        </Fact>
      )}
      {place?.access && <Access text={place.access} lang={lang} />}
    </ul>
  )
}

function Access({ text, lang }: { text: string; lang: string }) {
  const [head, rest] = accessParts(text)
  return (
    <Fact icon="access" head={head} lang={lang}>
      {rest && (
        <p class="muted" lang={lang}>
          {rest}
        </p>
      )}
    </Fact>
  )
}
