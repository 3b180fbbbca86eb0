// SPDX-License-Identifier: EUPL-1.2
/** When an office is open: now, in this week, and when it will be different. */

import { useId } from 'preact/hooks'
import { useTexts } from '../i18n'
import { dayOf, dayWords } from '../i18n/dates'
import { Icon } from '../ui/icon'
import { useWords } from './detail-words'
import { at, weekdayOf, type Block, type Times } from './hours'
import { daysInWords, hoursLong, hoursShort, standingOf } from './saying'
import { useNow } from './use-now'
import { deviationsAfter, weekOf, type Deviation, type WeekDay } from './week'

interface Props {
  times: Times
  /** Of what the municipality wrote. */
  lang: string
}

/** Whether it is open now: badge, and until when or from when. */
export function OpenNow({ times, lang }: Props) {
  const { language } = useTexts()
  const words = useWords().open
  const moment = useNow()
  const now = at(times, moment)
  const { open, word, rest } = standingOf(now, dayOf(moment), words, language)
  return (
    <p class="open-now">
      <span class={open ? 'mark mark-open' : 'mark mark-shut'}>
        <Icon name={open ? 'check' : 'clock'} size={17} />
        {word}
      </span>{' '}
      {rest && <span lang={now.state === 'open' && now.note ? lang : undefined}>{rest}</span>}
    </p>
  )
}

/** Why it is closed or open otherwise today, if somebody said why. */
export function TodayNote({ times, lang }: Props) {
  const { today } = at(times, useNow())
  if (today.text === '') return null
  return (
    <p class="note today-note">
      <Icon name="info" size={20} />
      <span lang={lang}>{today.text}</span>
    </p>
  )
}

export function Hours({ times, lang }: Props) {
  const { language } = useTexts()
  const words = useWords()
  const day = dayOf(useNow())
  const title = useId()
  const later = deviationsAfter(times, day)
  const week = times.hours.length > 0 || times.exceptions.length > 0 ? weekOf(times, day) : []
  const anything = times.hours.length > 0 || week.some(({ blocks }) => blocks.length > 0)
  return (
    <>
      {anything && (
        <table class="hours">
          <caption class="sr-only">{words.office.hours}</caption>
          <tbody>
            {week.map((each) => (
              <HoursRow key={each.day} of={each} lang={lang} />
            ))}
          </tbody>
        </table>
      )}
      {later.length > 0 && (
        <div class="hours-later">
          <p id={title}>{words.open.later}</p>
          <ul role="list" aria-labelledby={title}>
            {later.map((each) => (
              <li key={each.first}>
                {daysInWords(each.first, each.last, words.open, language)}: <Said blocks={each.blocks} />
                <Reason of={each} lang={lang} />
              </li>
            ))}
          </ul>
        </div>
      )}
    </>
  )
}

function HoursRow({ of, lang }: { of: WeekDay; lang: string }) {
  const { language } = useTexts()
  const words = useWords().open
  const date = dayWords(of.day, language, { day: 'numeric', month: 'long' })
  return (
    <tr class={of.today ? 'today' : undefined}>
      <th scope="row">
        {words.weekdays[weekdayOf(of.day)]} {of.today && words.today}
      </th>
      <td>
        <Said blocks={of.blocks} />
        {of.usual !== null && (
          <span class="hours-deviation">
            {of.today ? words.onlyToday(hoursShort(of.usual, words, language)) : words.only(date, hoursShort(of.usual, words, language))}
            {!of.today && <Reason of={of} lang={lang} />}
          </span>
        )}
      </td>
    </tr>
  )
}

function Reason({ of, lang }: { of: Pick<Deviation, 'why' | 'text'>; lang: string }) {
  const words = useWords().open
  if (of.why === 'holiday') return <> · {words.public}</>
  return of.text ? (
    <>
      {' '}
      · <span lang={lang}>{of.text}</span>
    </>
  ) : null
}

/** A screen reader would read the dash as a minus; for the eye no line ends at it. */
function Said({ blocks }: { blocks: Block[] }) {
  const { language } = useTexts()
  const words = useWords().open
  if (blocks.length === 0) return <span class="muted">{words.shut}</span>
  return (
    <>
      <span aria-hidden="true">{hoursShort(blocks, words, language).replace(/–/g, '\u2060–\u2060')}</span>
      <span class="sr-only">{hoursLong(blocks, words, language)}</span>
    </>
  )
}
