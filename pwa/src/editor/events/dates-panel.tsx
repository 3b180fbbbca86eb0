// SPDX-License-Identifier: EUPL-1.2
/** The next ten dates as they come of the form, and what one can do to each; on a phone folded into three. */

import { useState } from 'preact/hooks'
import { repetitionWords } from '../../events/repetition'
import { showDay } from '../compose/moments'
import { useWords } from '../i18n'
import { Icon } from '../ui/icon'
import { MoreMenu, type MenuItem } from '../ui/menu'
import { laid } from './changing'
import { problemsOf, type Shown } from './dates'
import type { EventContent, SeriesDate } from './model'
import { dayOf } from '../compose/days'
import { clockOf } from './timing'

export interface DateDeeds {
  only(date: SeriesDate): void
  following(date: SeriesDate): void
  off(date: SeriesDate): void
  /** Back into the series: neither excluded nor cancelled nor different. */
  back(date: SeriesDate): void
}

interface Props {
  content: EventContent
  shown: Shown
  deeds: DateDeeds
}

const FOLDED = 3

/** "8:00", as one says it. */
function bareClock(local: string): string {
  return clockOf(local).replace(/^0/, '')
}

/** "Jeden 2. Dienstag im Monat, 14:30 bis 16:30 Uhr" */
function useSeries({ timing }: EventContent): string {
  const { t, language } = useWords()
  const { start, end, rrule, all_day } = timing
  if (start === null) return ''
  const hours = all_day ? undefined : t.events.when.uhr(bareClock(start), end === null ? null : bareClock(end))
  return [repetitionWords(rrule, start, language), hours ?? t.events.when.allDay].filter(Boolean).join(', ')
}

function useSaid({ content, shown }: Props): string | undefined {
  const { t } = useWords()
  const words = t.events.dates
  const { dates, failed } = shown
  if (content.timing.start === null) return words.none
  if (failed && dates === undefined) return words.failed
  if (dates === undefined) return undefined
  const [problem] = problemsOf(dates)
  const sentences: Record<string, string> = words.problems
  if (problem !== undefined) return sentences[problem] ?? words.problems.other
  if (dates.dates.length > 0) return undefined
  return dates.total === 0 ? words.nothing : words.past
}

/** The column beside the form. */
export function DatesPanel(props: Props) {
  const { t } = useWords()
  const { content, shown } = props
  const series = useSeries(content)
  const said = useSaid(props)
  const rows = said === undefined ? (shown.dates?.dates ?? []) : []
  return (
    <section class={`dates-panel${shown.fresh ? '' : ' waiting'}`} aria-labelledby="dates-title">
      <h2 id="dates-title">{t.events.dates.title(rows.filter(({ n }) => n !== null).length)}</h2>
      {series !== '' && <p class="muted">{series}</p>}
      <Rows {...props} rows={rows} said={said} />
    </section>
  )
}

/** Within the form, where there is no room for a column. */
export function DatesFolded(props: Props) {
  const { t } = useWords()
  const words = t.events.dates
  const [open, setOpen] = useState(false)
  const said = useSaid(props)
  const rows = said === undefined ? (props.shown.dates?.dates ?? []) : []
  return (
    <section class="dates-panel dates-folded" aria-labelledby="dates-title">
      <div class="dates-head">
        <h3 id="dates-title">{words.short}</h3>
        {rows.length > FOLDED && (
          <button type="button" class="link" aria-expanded={open} onClick={() => setOpen(!open)}>
            {open ? words.fewer : words.all(rows.filter(({ n }) => n !== null).length)}
          </button>
        )}
      </div>
      <Rows {...props} rows={open ? rows : rows.slice(0, FOLDED)} said={said} />
    </section>
  )
}

function Rows({ content, deeds, rows, said }: Props & { rows: SeriesDate[]; said: string | undefined }) {
  if (said !== undefined) return <p class="dates-said">{said}</p>
  return (
    <ol class="dates" role="list">
      {rows.map((date) => (
        <DateRow key={date.date} date={content.status === 'scheduled' || date.excluded ? date : { ...date, n: null, status: content.status, note: content.status_note }} content={content} deeds={deeds} />
      ))}
    </ol>
  )
}

/** What is different on a date, of its own change and of those that go before. */
function differenceOf({ date }: SeriesDate, content: EventContent): (string | null)[] {
  const { start, title, place_name } = laid(content, date)
  return [clockOf(start) === clockOf(date) ? null : clockOf(start), title, place_name]
}

function DateRow({ date, content, deeds }: { date: SeriesDate; content: EventContent; deeds: DateDeeds }) {
  const { t, language } = useWords()
  const words = t.events.dates
  const { changes, timing } = content
  const day = showDay(dayOf(date.first_day), language)
  const gone = date.excluded || date.status === 'cancelled'
  const mark = date.excluded ? date.excluded_reason : date.status === 'scheduled' ? date.note : [t.events.status[date.status], date.note].filter(Boolean).join(': ')
  const until = date.last_day > date.first_day ? `${t.events.when.to} ${showDay(dayOf(date.last_day), language)}` : undefined
  const said = [until, mark, ...(gone ? [] : differenceOf(date, content))].filter(Boolean).join(' · ')
  const own = changes.some(({ at, following }) => at === date.date && !following)
  const many = timing.rrule !== null || timing.extra.length > 0
  const menu: MenuItem[] = []
  if (many && date.status !== 'cancelled') menu.push({ label: words.only, icon: 'write', onSelect: () => deeds.only(date) })
  if (timing.rrule !== null && date.status !== 'cancelled') menu.push({ label: words.following, icon: 'download', onSelect: () => deeds.following(date) })
  menu.push({ label: date.status === 'scheduled' ? words.off : words.offChange, icon: 'off', onSelect: () => deeds.off(date) })
  if (date.status !== 'scheduled') menu.push({ label: words.on, icon: 'undo', onSelect: () => deeds.back(date) })
  else if (own) menu.push({ label: words.asSeries, icon: 'undo', onSelect: () => deeds.back(date) })
  return (
    <li class={gone ? 'gone' : undefined}>
      <span class="date-n">{date.n ?? <Icon name="off" size={18} />}</span>
      <span class="date-day">{gone ? <del>{day}</del> : day}</span>
      <span class="date-said">{said}</span>
      {date.excluded ? (
        <button type="button" class="icon-button" aria-label={words.back(day)} title={words.back(day)} onClick={() => deeds.back(date)}>
          <Icon name="undo" />
        </button>
      ) : (
        <MoreMenu label={words.menu(day)} items={many && content.status !== 'scheduled' ? [] : menu} />
      )}
    </li>
  )
}
