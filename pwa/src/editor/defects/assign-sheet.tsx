// SPDX-License-Identifier: EUPL-1.2
/** Who looks after it: one press for a colleague, for oneself, or for nobody again. */

import { useState } from 'preact/hooks'
import { staff } from '../../api/staff'
import { useWords } from '../i18n'
import { useSession } from '../session'
import { Avatar } from '../ui/avatar'
import { Button } from '../ui/button'
import { Gate } from '../ui/gate'
import { useLoad } from '../ui/load'
import { Sheet } from '../ui/sheet'
import { say } from '../ui/toasts'
import type { Report, ReportRow } from './model'

interface Props {
  rows: Pick<ReportRow, 'id' | 'title' | 'assignee'>[]
  onDone(last: Report | undefined): void
  onClose(): void
}

const NOBODY = ''

export function AssignSheet({ rows, onDone, onClose }: Props) {
  const { t } = useWords()
  const words = t.report.assigning
  const { person } = useSession()
  const people = useLoad('defects/people', () => staff.GET('/api/v1/staff/defects/people'))
  const [first] = rows
  const [picked, setChosen] = useState(rows.length === 1 ? (first?.assignee?.id ?? person.id) : person.id)
  // Whoever looked after it may have left the town hall.
  const chosen = picked === NOBODY || people.data === undefined || people.data.some(({ id }) => id === picked) ? picked : person.id
  const [busy, setBusy] = useState(false)
  const save = async (name: string) => {
    if (busy) return
    setBusy(true)
    let last: Report | undefined
    for (const { id } of rows) {
      const answer = await staff.POST('/api/v1/staff/defects/{report_id}/assignment', { params: { path: { report_id: id } }, body: { account_id: chosen === NOBODY ? null : chosen } })
      if (!answer.ok) {
        setBusy(false)
        return say(answer.unreachable ? t.publishing.unreachable : t.publishing.failed)
      }
      last = answer.data
    }
    say(chosen === NOBODY ? words.undone : words.done(name))
    onDone(last)
  }
  return (
    <Sheet open title={rows.length === 1 ? words.title : words.titleMany(rows.length)} onClose={onClose}>
      <Gate of={people}>
        {(all) => {
          const order = [...all].sort((one, other) => Number(other.id === person.id) - Number(one.id === person.id))
          return (
            <form
              class="sheet-form"
              onSubmit={(event) => {
                event.preventDefault()
                void save(all.find(({ id }) => id === chosen)?.name ?? '')
              }}
            >
              <fieldset class="choice-rows">
                <legend class="sr-only">{words.title}</legend>
                {[...order, { id: NOBODY, name: words.nobody }].map(({ id, name }) => (
                  <label key={id} class="choice-row">
                    <input type="radio" name="assignee" checked={chosen === id} data-first={chosen === id || undefined} onChange={() => setChosen(id)} />
                    {id === NOBODY ? <span class="avatar small ground-none" /> : <Avatar small name={name} />}
                    <span>{name}</span>
                    {id === person.id && <span class="muted">{words.me}</span>}
                  </label>
                ))}
              </fieldset>
              <Button kind="main" submit busy={busy}>
                {words.save}
              </Button>
            </form>
          )
        }}
      </Gate>
    </Sheet>
  )
}
