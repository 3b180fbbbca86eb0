// SPDX-License-Identifier: EUPL-1.2
/** A new category begins with its name and its place in the list; everything else comes after, and it is not shown before. */

import { useState } from 'preact/hooks'
import { staff } from '../../../api/staff'
import { useWords } from '../../i18n'
import { Button } from '../../ui/button'
import { ErrorSummary, type FieldError } from '../../ui/errors'
import { Select, TextField } from '../../ui/fields'
import { Sheet } from '../../ui/sheet'
import { freshCategory, grouped, type Category } from './model'

interface Props {
  rows: Category[]
  /** Working days until an answer, unless somebody says otherwise. */
  promise: number
  onDone(made: Category): void
  onClose(): void
}

export function NewCategory({ rows, promise, onDone, onClose }: Props) {
  const { t } = useWords()
  const words = t.defectSettings
  const groups = grouped(rows).map(({ group }) => group)
  const [name, setName] = useState('')
  const [group, setGroup] = useState(groups[0] ?? '')
  const [errors, setErrors] = useState<FieldError[]>([])
  const [busy, setBusy] = useState(false)
  const make = async (event: Event) => {
    event.preventDefault()
    if (busy) return
    if (name.trim() === '') return setErrors([{ field: 'new-name', text: words.nameMissing }])
    setBusy(true)
    // Behind the others of its group.
    const last = rows.filter((row) => row.group === group).at(-1) ?? rows.at(-1)
    const answer = await staff.POST('/api/v1/staff/defects/categories', { body: freshCategory(name.trim(), group, (last?.position ?? 0) + 1, promise) })
    setBusy(false)
    if (answer.ok) onDone(answer.data)
    else setErrors([{ text: answer.unreachable ? t.publishing.unreachable : words.failed }])
  }
  return (
    <Sheet open title={words.newName} onClose={onClose}>
      <form class="sheet-form" noValidate onSubmit={(event) => void make(event)}>
        <ErrorSummary items={errors} />
        <TextField id="new-name" label={words.name} value={name} error={errors.find(({ field }) => field === 'new-name')?.text} onInput={setName} />
        {groups.length > 0 && <Select id="new-group" label={words.group} value={group} options={groups.map((each) => ({ value: each, label: each || words.addGroup }))} onInput={setGroup} />}
        <Button kind="main" submit busy={busy}>
          {words.make}
        </Button>
      </form>
    </Sheet>
  )
}
