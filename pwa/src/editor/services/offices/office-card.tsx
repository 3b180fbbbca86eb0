// SPDX-License-Identifier: EUPL-1.2
/** When one office is open: "Heute geschlossen", the usual week, the exceptions. */

import { useState } from 'preact/hooks'
import { dayOf } from '../../../i18n/dates'
import { usualOn, weekdayOf } from '../../../services/hours'
import { useWords } from '../../i18n'
import { useSession } from '../../session'
import { Button } from '../../ui/button'
import { say } from '../../ui/toasts'
import { CloseSheet } from './close-sheet'
import { ExceptionList } from './exception-list'
import { keepOffice, timesOf, type Content, type Office } from './offices'
import { Reopen } from './reopen'
import { DAYS, showLine } from './week'
import { WeekSheet } from './week-sheet'

const SATURDAY = 5

interface Props {
  office: Office
  onChanged(office: Office): void
}

export function OfficeCard({ office, onChanged }: Props) {
  const { t } = useWords()
  const words = t.offices
  const [open, setOpen] = useState<'close' | 'week'>()
  /** Says what was kept, with the way back to what was there before. */
  const kept = (now: Office, sentence: string, before: Partial<Content>) => {
    onChanged(now)
    const undo = async () => {
      const back = await keepOffice(now, before)
      if (back.ok) onChanged(back.data)
      say(back.ok ? t.publishing.undone : words.failed)
    }
    say(sentence, { undo: () => void undo() })
  }
  return (
    <section class="card office-card" aria-label={office.name}>
      <h2>{office.name}</h2>
      {office.closure === null ? (
        <Button icon="door" onPress={() => setOpen('close')}>
          {words.close.button}
        </Button>
      ) : (
        <Reopen office={office} onChanged={onChanged} />
      )}
      <Week office={office} />
      <Button kind="plain" icon="write" onPress={() => setOpen('week')}>
        {words.hoursChange}
      </Button>
      <ExceptionList office={office} onKept={(now, sentence) => kept(now, sentence, { exceptions: office.exceptions })} />
      {open === 'close' && <CloseSheet office={office} onChanged={onChanged} onClose={() => setOpen(undefined)} />}
      {open === 'week' && (
        <WeekSheet
          office={office}
          onDone={(now) => {
            setOpen(undefined)
            kept(now, words.hoursSaved(now.name), { hours: office.hours })
          }}
          onClose={() => setOpen(undefined)}
        />
      )}
    </section>
  )
}

/** From today on; a closed weekend goes without saying. */
function Week({ office }: { office: Office }) {
  const { t, language } = useWords()
  const words = t.offices
  const { holidays } = useSession()
  const times = timesOf(office, holidays)
  const today = weekdayOf(dayOf(new Date()))
  if (office.hours.length === 0) return <p class="muted">{words.noHours}</p>
  const days = DAYS.map((ahead) => (today + ahead) % DAYS.length)
  return (
    <dl class="week" aria-label={words.hours}>
      {days
        .map((day) => ({ day, spans: usualOn(times, day) }))
        .filter(({ day, spans }) => day === today || day < SATURDAY || spans.length > 0)
        .map(({ day, spans }) => (
          <div key={day}>
            <dt class={day === today ? 'is-today' : undefined}>{day === today ? words.dayToday(words.days[day] ?? '') : words.days[day]}</dt>
            <dd>{showLine(spans, language) || words.state.closed}</dd>
          </div>
        ))}
    </dl>
  )
}
