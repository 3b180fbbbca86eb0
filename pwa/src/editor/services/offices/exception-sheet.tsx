// SPDX-License-Identifier: EUPL-1.2
/** One exception: its days, closed or open at other times, and what residents read about it. */

import { useState } from 'preact/hooks'
import { dayOf } from '../../../i18n/dates'
import { DayField } from '../../compose/day-fields'
import { useWords } from '../../i18n'
import { Button } from '../../ui/button'
import { Segmented } from '../../ui/choices'
import { ErrorSummary, type FieldError } from '../../ui/errors'
import { TextField } from '../../ui/fields'
import { Sheet } from '../../ui/sheet'
import { keepOffice, type Exception, type Office } from './offices'
import { useKeeping } from './use-keeping'
import { readLine, showLine } from './week'

interface Props {
  office: Office
  /** The one to change. */
  exception: Exception | undefined
  others: Exception[]
  onDone(office: Office): void
  onClose(): void
}

export function ExceptionSheet({ office, exception, others, onDone, onClose }: Props) {
  const { t, language } = useWords()
  const words = t.offices
  const [first, setFirst] = useState<string | null>(exception?.first_day ?? null)
  const [last, setLast] = useState<string | null>(exception === undefined || exception.last_day === exception.first_day ? null : exception.last_day)
  const [closed, setClosed] = useState(exception?.closed ?? true)
  const [line, setLine] = useState(showLine(exception?.hours ?? [], language))
  const [text, setText] = useState(exception?.text ?? '')
  /** Day fields in which something stands that cannot be read. */
  const [unread, setUnread] = useState<Record<string, boolean>>({})
  const read = readLine(line)
  const made = { first_day: first ?? '', last_day: last ?? first ?? '', closed, hours: closed || !read.ok ? [] : read.spans, text: text.trim() }
  const keeping = useKeeping(office, (base) => keepOffice(base, { exceptions: [...others, made] }), onDone)
  const faultOf = (field: string) => keeping.errors.find((each) => each.field === field)?.text
  const save = (event: Event) => {
    event.preventDefault()
    const bad = Object.keys(unread).find((id) => unread[id])
    if (bad !== undefined) return document.getElementById(bad)?.focus()
    const found: FieldError[] = []
    if (first === null) found.push({ field: 'exception-first', text: words.exceptionMissing })
    else if (made.last_day < first) found.push({ field: 'exception-last', text: words.exceptionOrder })
    else if (made.last_day < dayOf(new Date())) found.push({ field: last === null ? 'exception-first' : 'exception-last', text: words.exceptionPast })
    if (!closed && !read.ok) found.push({ field: 'exception-times', text: words.wrong[read.problem] })
    else if (!closed && made.hours.length === 0) found.push({ field: 'exception-times', text: words.exceptionTimesMissing })
    keeping.press(found)
  }
  const day = (id: string) => ({ id, error: faultOf(id), onProblem: (problem: boolean) => setUnread((before) => ({ ...before, [id]: problem })) })
  return (
    <Sheet open title={exception === undefined ? words.exceptionNew : words.exceptionTitle} onClose={onClose}>
      <form class="sheet-form" noValidate onSubmit={save}>
        <ErrorSummary items={keeping.errors} />
        <DayField {...day('exception-first')} label={words.exceptionFirst} value={first} onChange={setFirst} />
        <DayField {...day('exception-last')} label={words.exceptionLast} optional value={last} onChange={setLast} />
        <Segmented
          id="exception-kind"
          label={words.exceptionKind}
          value={closed ? 'closed' : 'other'}
          options={[
            { value: 'closed', label: words.exceptionClosed },
            { value: 'other', label: words.exceptionOther },
          ]}
          onChoose={(value) => setClosed(value === 'closed')}
        />
        {!closed && <TextField id="exception-times" label={words.exceptionTimes} value={line} error={faultOf('exception-times')} onInput={setLine} onLeave={() => read.ok && setLine(showLine(read.spans, language))} />}
        <TextField id="exception-text" label={words.exceptionText} optional help={words.exceptionTextHelp} value={text} onInput={setText} />
        <Button kind="main" submit busy={keeping.busy}>
          {words.save}
        </Button>
      </form>
    </Sheet>
  )
}
