// SPDX-License-Identifier: EUPL-1.2
/** School holidays to choose from, each with the dates of the series that it would take out. */

import { useEffect, useState } from 'preact/hooks'
import { staff } from '../../api/staff'
import type { components } from '../../api/schema'
import { fits, repetitionOf } from '../../events/repetition'
import { showDay } from '../compose/moments'
import { useWords } from '../i18n'
import { Button } from '../ui/button'
import { ErrorSummary, type FieldError } from '../ui/errors'
import { Checkbox } from '../ui/fields'
import { Gate } from '../ui/gate'
import { useLoad } from '../ui/load'
import { Sheet } from '../ui/sheet'
import { say } from '../ui/toasts'
import { askDates } from './dates'
import type { EventContent } from './model'
import { addDays, dayOf, dayText } from '../compose/days'
import { exclude } from './timing'
import type { WhenProps } from './when-card'
import { wallOf } from '../compose/when'

type Holiday = components['schemas']['Holiday']
type When = Pick<EventContent, 'timing' | 'changes'>

const YEARS_AHEAD = 2

/** The days of the holidays on which the series would take place: those that the rhythm means and the server does not miss. */
export async function hitsOf(when: When, holidays: Holiday[]): Promise<Map<Holiday, string[]> | undefined> {
  const repetition = repetitionOf(when.timing.rrule, when.timing.start ?? '')
  const found = new Map<Holiday, string[]>()
  for (const holiday of holidays) {
    const days: string[] = []
    for (let day = holiday.first_day; day <= holiday.last_day; day = addDays(day, 1))
      if (repetition === null || fits(repetition.rhythm, day)) days.push(day)
    const probe = days.filter((day) => !when.timing.excluded.some(({ at }) => at.startsWith(day)))
    // Each on its own: all of them together could be more than a series may leave out.
    const dates = await askDates({ ...when, timing: { ...when.timing, excluded: probe.map((at) => ({ at, reason: null })) } })
    if (dates === undefined) return undefined
    const missed = new Set(dates.misses.map(({ at }) => at))
    found.set(holiday, probe.filter((day) => !missed.has(day)))
  }
  return found
}

interface Props extends WhenProps {
  onClose(): void
}

export function HolidaysSheet(props: Props) {
  const { t } = useWords()
  const start = props.when.timing.start ?? ''
  const today = dayText(wallOf(new Date()))
  const from = start > today ? start.slice(0, 10) : today
  const to = addDays(from, 365 * YEARS_AHEAD)
  const list = useLoad(`events/holidays/${from}`, () => staff.GET('/api/v1/staff/events/school-holidays', { params: { query: { from, to } } }))
  return (
    <Sheet open title={t.events.holidays.title} onClose={props.onClose}>
      <Gate of={list}>{(holidays) => (holidays.length === 0 ? <p>{t.events.holidays.none}</p> : <Choice {...props} holidays={holidays} />)}</Gate>
    </Sheet>
  )
}

function Choice({ when, holidays, onChange, onClose }: Props & { holidays: Holiday[] }) {
  const { t, language } = useWords()
  const words = t.events.holidays
  const [hits, setHits] = useState<Map<Holiday, string[]>>()
  const [failed, setFailed] = useState(false)
  const [chosen, setChosen] = useState<Holiday[]>([])
  const [errors, setErrors] = useState<FieldError[]>([])
  useEffect(() => {
    let wanted = true
    void hitsOf(when, holidays).then((found) => {
      if (!wanted) return
      setHits(found)
      setFailed(found === undefined)
    })
    return () => {
      wanted = false
    }
  }, [when, holidays])
  const day = (local: string) => showDay(dayOf(local), language)
  const take = () => {
    if (chosen.length === 0) return setErrors([{ field: 'holiday-0', text: words.missing }])
    const { timing } = when
    const count = chosen.reduce((sum, holiday) => sum + (hits?.get(holiday)?.length ?? 0), 0)
    const next = chosen.reduce((made, holiday) => exclude(made, hits?.get(holiday) ?? [], `${holiday.name} ${holiday.first_day.slice(0, 4)}`), timing)
    onChange({ ...when, timing: next })
    onClose()
    say(words.done(count), { undo: () => onChange(when) })
  }
  if (failed) return <p role="alert">{words.failed}</p>
  if (hits === undefined) return <p role="status">{words.loading}</p>
  const touched = holidays.filter((holiday) => (hits.get(holiday)?.length ?? 0) > 0)
  if (touched.length === 0) return <p>{words.free}</p>
  return (
    <div class="sheet-form">
      <p class="muted">{words.text}</p>
      <ErrorSummary items={errors} />
      <div class="holidays" role="group" aria-label={words.title}>
        {touched.map((holiday, at) => (
          <Checkbox
            key={holiday.first_day}
            id={`holiday-${at}`}
            label={`${holiday.name} ${holiday.first_day.slice(0, 4)}`}
            help={`${words.span(day(holiday.first_day), day(holiday.last_day))} · ${words.hits(hits.get(holiday)?.length ?? 0)}`}
            checked={chosen.includes(holiday)}
            onChange={(on) => setChosen(on ? [...chosen, holiday] : chosen.filter((each) => each !== holiday))}
          />
        ))}
      </div>
      <Button kind="main" onPress={take}>
        {words.except}
      </Button>
    </div>
  )
}
