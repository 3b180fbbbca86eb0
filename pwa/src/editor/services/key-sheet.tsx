// SPDX-License-Identifier: EUPL-1.2
/** The key of a source: written, never shown again. */

import { useState } from 'preact/hooks'
import { staff } from '../../api/staff'
import { useWords } from '../i18n'
import { Button } from '../ui/button'
import { ErrorSummary, type FieldError } from '../ui/errors'
import { PasswordField } from '../ui/fields'
import { Sheet } from '../ui/sheet'
import { say } from '../ui/toasts'
import type { ServiceSource } from './model'

interface Props {
  source: ServiceSource
  onClose(): void
  onDone(): void
}

const FIELD = 'source-key'
/** The server's rule: printable signs without blanks. */
const KEY = /^[!-~]{8,500}$/

export function KeySheet({ source, onClose, onDone }: Props) {
  const { t } = useWords()
  const words = t.services.source
  const [typed, setTyped] = useState('')
  const [errors, setErrors] = useState<FieldError[]>([])
  const [busy, setBusy] = useState(false)
  const path = { path: { source_id: source.id } }
  const send = async (work: () => Promise<{ ok: boolean; unreachable?: boolean }>, done: string) => {
    setBusy(true)
    const answer = await work()
    setBusy(false)
    if (!answer.ok) return setErrors([{ text: answer.unreachable ? t.shell.unreachable : t.publishing.failed }])
    say(done)
    onDone()
  }
  const save = () => {
    const key = typed.trim()
    if (!KEY.test(key)) return setErrors([{ field: FIELD, text: words.keyWrong }])
    void send(() => staff.PUT('/api/v1/staff/services/sources/{source_id}/key', { params: path, body: { key } }), words.keySaved)
  }
  return (
    <Sheet
      open
      title={words.keyTitle(source.name)}
      onClose={onClose}
      actions={
        <>
          <Button kind="main" busy={busy} onPress={save}>
            {words.keySave}
          </Button>
          {source.secret === 'set' && (
            <Button icon="bin" onPress={() => void send(() => staff.DELETE('/api/v1/staff/services/sources/{source_id}/key', { params: path }), words.keyRemoved)}>
              {words.keyRemove}
            </Button>
          )}
        </>
      }
    >
      <form
        onSubmit={(event) => {
          event.preventDefault()
          save()
        }}
      >
        <ErrorSummary items={errors} />
        <PasswordField id={FIELD} label={words.key} help={words.keyHelp} autocomplete="new-password" value={typed} error={errors.find(({ field }) => field === FIELD)?.text} onInput={setTyped} />
      </form>
    </Sheet>
  )
}
