// SPDX-License-Identifier: EUPL-1.2
/** What nobody outside ever sees: the contact, behind one press that is logged, and notes for colleagues. */

import { useEffect, useState } from 'preact/hooks'
import { staff } from '../../api/staff'
import { telOf } from '../../ui/phone'
import { draftPrefix, drafts } from '../compose/drafts'
import { momentWords } from '../compose/moments'
import { useWords } from '../i18n'
import { useSession } from '../session'
import { Avatar } from '../ui/avatar'
import { Button } from '../ui/button'
import { TextField } from '../ui/fields'
import { Icon } from '../ui/icon'
import { say } from '../ui/toasts'
import type { Contact, Report } from './model'

/** Here the day is certain. */
const CLOSED: Report['status'][] = ['resolved', 'closed_unresolved', 'duplicate', 'withdrawn', 'rejected']

interface Props {
  report: Report
  onReport(report: Report): void
}

export function PrivateCard({ report, onReport }: Props) {
  const { t, language } = useWords()
  const words = t.report.private
  const when = (iso: string) => momentWords(new Date(iso), new Date(), language)
  const notes = report.history.filter(({ kind }) => kind === 'note')
  return (
    <section class="card private-card">
      <header>
        <h2>{words.title}</h2>
        <span class="muted">
          <Icon name="lock" size={18} />
          {words.never}
        </span>
      </header>
      <dl class="facts">
        <ContactLine report={report} />
        {report.has_contact && (
          <div>
            <dt>{words.gone}</dt>
            <dd>{report.contact_until === null || !CLOSED.includes(report.status) ? words.goneWhen : when(report.contact_until).split(', ')[0]}</dd>
          </div>
        )}
      </dl>
      {notes.length > 0 && (
        <ul class="notes" role="list">
          {notes.map(({ id, by, at, text }) => (
            <li key={id}>
              <Avatar small name={by ?? '?'} />
              <div>
                <p class="muted">
                  {by}, {when(at)}
                </p>
                <p>{text}</p>
              </div>
            </li>
          ))}
        </ul>
      )}
      <NoteForm id={report.id} onReport={onReport} />
    </section>
  )
}

function ContactLine({ report }: { report: Report }) {
  const { t } = useWords()
  const words = t.report.private
  const [contact, setContact] = useState<Contact>()
  const show = async () => {
    const answer = await staff.GET('/api/v1/staff/defects/{report_id}/contact', { params: { path: { report_id: report.id } } })
    if (answer.ok) setContact(answer.data)
    else say(answer.unreachable ? t.publishing.unreachable : t.publishing.failed)
  }
  return (
    <div>
      <dt>{words.contact}</dt>
      <dd>
        {contact !== undefined ? (
          <>
            {contact.name && <span>{contact.name}</span>}
            {contact.email && <a href={`mailto:${contact.email}`}>{contact.email}</a>}
            {contact.phone && <a href={telOf(contact.phone)}>{contact.phone}</a>}
          </>
        ) : (
          <span>{report.has_contact ? words.has : words.none}</span>
        )}
        {report.has_contact && contact === undefined && (
          <button type="button" class="link" title={words.logged} onClick={() => void show()}>
            {words.show}
          </button>
        )}
      </dd>
    </div>
  )
}

/** A line that waits on this device until it is noted: answering leads on to the next report. */
function useKept(key: string): [string, (text: string) => void] {
  const [text, setText] = useState('')
  useEffect(() => {
    let wanted = true
    void drafts.get<string>(key).then((kept) => wanted && kept && setText((typed) => typed || kept.content))
    return () => void (wanted = false)
  }, [key])
  const write = (next: string) => {
    setText(next)
    if (next === '') void drafts.remove(key)
    else drafts.putNow(key, { content: next, base: null, at: Date.now() })
  }
  return [text, write]
}

function NoteForm({ id, onReport }: { id: string; onReport(report: Report): void }) {
  const { t } = useWords()
  const words = t.report.private
  const { person } = useSession()
  const [text, setText] = useKept(`${draftPrefix(person.id)}note:${id}`)
  const [error, setError] = useState<string>()
  const [busy, setBusy] = useState(false)
  const save = async (event: Event) => {
    event.preventDefault()
    if (busy) return
    if (text.trim() === '') return setError(words.noteMissing)
    setBusy(true)
    const answer = await staff.POST('/api/v1/staff/defects/{report_id}/notes', { params: { path: { report_id: id } }, body: { text: text.trim() } })
    setBusy(false)
    if (!answer.ok) return setError(answer.unreachable ? t.publishing.unreachable : t.publishing.failed)
    setText('')
    setError(undefined)
    onReport(answer.data)
    say(words.noted)
  }
  return (
    <form class="note-form" onSubmit={save} noValidate>
      <TextField id="internal-note" label={words.noteLabel} value={text} error={error} onInput={setText} />
      <Button submit busy={busy}>
        {words.noteSave}
      </Button>
    </form>
  )
}
