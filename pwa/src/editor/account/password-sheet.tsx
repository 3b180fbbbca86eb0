// SPDX-License-Identifier: EUPL-1.2
/** Changes the own password; the other sessions end. */

import { useEffect, useState } from 'preact/hooks'
import { staff } from '../../api/staff'
import { useWords } from '../i18n'
import { useSession } from '../session'
import { passwordFault, sentence } from '../signing-in/failures'
import { Button } from '../ui/button'
import { PasswordField } from '../ui/fields'
import { Sheet } from '../ui/sheet'
import { say } from '../ui/toasts'

export function PasswordSheet({ open, onClose }: { open: boolean; onClose(): void }) {
  const { t } = useWords()
  return (
    <Sheet title={t.account.passwordChange} open={open} onClose={onClose}>
      <Form onDone={onClose} />
    </Sheet>
  )
}

function Form({ onDone }: { onDone(): void }) {
  const { t } = useWords()
  const { person } = useSession()
  const [current, setCurrent] = useState('')
  const [password, setPassword] = useState('')
  const [errors, setErrors] = useState<{ current?: string; password?: string }>({})
  const [busy, setBusy] = useState(false)
  useEffect(() => {
    const wrong = errors.current ? 'current' : errors.password ? 'new-password' : undefined
    if (wrong) document.getElementById(wrong)?.focus()
  }, [errors])
  const submit = async (event: Event) => {
    event.preventDefault()
    const missing = {
      ...(current === '' && { current: t.signingIn.passwordMissing }),
      ...(password.length < 12 && { password: t.signingIn.passwordShort }),
    }
    setErrors(missing)
    if (Object.keys(missing).length > 0 || busy) return
    setBusy(true)
    const answer = await staff.POST('/api/v1/staff/password', { body: { current, password } })
    setBusy(false)
    if (answer.ok) {
      say(t.account.passwordDone)
      return onDone()
    }
    const fault = passwordFault(answer, t)
    setErrors(fault ? { password: fault } : { current: sentence(answer, t, t.account.passwordWrong) })
  }
  return (
    <form class="sheet-form" onSubmit={submit} noValidate>
      <input type="email" class="sr-only" autocomplete="username" value={person.email} readOnly tabIndex={-1} aria-hidden="true" />
      <PasswordField id="current" label={t.account.passwordNow} autocomplete="current-password" value={current} error={errors.current} onInput={setCurrent} />
      <PasswordField
        id="new-password"
        label={t.account.passwordNew}
        help={t.signingIn.passwordHelp}
        autocomplete="new-password"
        value={password}
        error={errors.password}
        onInput={setPassword}
      />
      <Button kind="main" submit busy={busy}>
        {t.account.passwordDo}
      </Button>
    </form>
  )
}
