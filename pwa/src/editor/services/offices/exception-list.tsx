// SPDX-License-Identifier: EUPL-1.2
/** Days on which other hours hold: what is over is not shown, the next comes first. */

import { useState } from 'preact/hooks'
import { dayOf } from '../../../i18n/dates'
import { useWords } from '../../i18n'
import { Button } from '../../ui/button'
import { MoreMenu } from '../../ui/menu'
import { say } from '../../ui/toasts'
import { ExceptionSheet } from './exception-sheet'
import { keepOffice, type Exception, type Office } from './offices'
import { showLine } from './week'
import { useDays } from './words'

interface Props {
  office: Office
  onKept(office: Office, sentence: string): void
}

export function ExceptionList({ office, onKept }: Props) {
  const { t, language } = useWords()
  const words = t.offices
  const day = useDays()
  const [open, setOpen] = useState<Exception | 'new'>()
  const now = dayOf(new Date())
  const coming = office.exceptions.filter(({ last_day }) => last_day >= now).sort((one, other) => (one.first_day < other.first_day ? -1 : 1))
  const daysOf = ({ first_day, last_day }: Exception) => (first_day === last_day ? day(first_day) : words.exceptionSpan(day(first_day), day(last_day)))
  /** What is over goes with the next change. */
  const without = (gone: Exception | undefined) => coming.filter((each) => each !== gone)
  const remove = async (gone: Exception) => {
    const answer = await keepOffice(office, { exceptions: without(gone) })
    if (answer.ok) onKept(answer.data, words.exceptionRemoved)
    else say(answer.unreachable ? t.publishing.unreachable : words.failed)
  }
  return (
    <section class="exceptions">
      <h3>{words.exceptions}</h3>
      {coming.length === 0 ? (
        <p class="muted">{words.exceptionNone}</p>
      ) : (
        <ul role="list">
          {coming.map((each) => (
            <li key={each.first_day + each.last_day + each.text}>
              <button type="button" class="exception" aria-label={words.exceptionChange(daysOf(each))} onClick={() => setOpen(each)}>
                {daysOf(each)}
              </button>
              <span>
                {each.closed ? words.state.closed : showLine(each.hours, language)}
                {each.text && <span class="muted"> {each.text}</span>}
              </span>
              <MoreMenu label={t.shell.moreFor(daysOf(each))} items={[{ label: words.remove, icon: 'bin', onSelect: () => void remove(each) }]} />
            </li>
          ))}
        </ul>
      )}
      <Button kind="plain" icon="plus" onPress={() => setOpen('new')}>
        {words.exceptionAdd}
      </Button>
      {open !== undefined && (
        <ExceptionSheet
          office={office}
          exception={open === 'new' ? undefined : open}
          others={without(open === 'new' ? undefined : open)}
          onDone={(kept) => {
            setOpen(undefined)
            onKept(kept, words.exceptionSaved)
          }}
          onClose={() => setOpen(undefined)}
        />
      )}
    </section>
  )
}
