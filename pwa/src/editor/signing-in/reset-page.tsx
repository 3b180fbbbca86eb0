// SPDX-License-Identifier: EUPL-1.2
/** A new password by the link of a mail. Opening it uses nothing up; the button does. */

import { useEffect, useState } from 'preact/hooks'
import { staff } from '../../api/staff'
import { navigate } from '../../ui/router'
import { useWords } from '../i18n'
import { Button } from '../ui/button'
import { PasswordField } from '../ui/fields'
import { DoorCard, type DoorProps } from './card'
import { passwordFault, sentence } from './failures'
import { secretOfLink } from './secret'

type Stage = { is: 'looking' | 'over' | 'missing' | 'done' } | { is: 'open'; email: string }

export function ResetPage({ tenant }: DoorProps) {
  const { t } = useWords()
  const words = t.signingIn
  const token = secretOfLink()
  const [stage, setStage] = useState<Stage>({ is: token === '' ? 'missing' : 'looking' })
  const [password, setPassword] = useState('')
  const [error, setError] = useState<string>()
  const [busy, setBusy] = useState(false)
  useEffect(() => {
    if (token === '') return
    void staff
      .POST('/api/v1/staff/password-reset/look', { body: { token } })
      .then((answer) => setStage(answer.ok ? { is: 'open', email: answer.data.email } : { is: 'over' }))
  }, [token])

  const submit = async (event: Event) => {
    event.preventDefault()
    if (password.length < 12) return setError(words.passwordShort)
    setBusy(true)
    const answer = await staff.POST('/api/v1/staff/password-reset/confirmation', { body: { token, password } })
    setBusy(false)
    if (answer.ok) return setStage({ is: 'done' })
    const fault = passwordFault(answer, t)
    if (fault === undefined && !answer.unreachable && answer.status < 429) setStage({ is: 'over' })
    else setError(fault ?? sentence(answer, t, words.failed))
  }
  const toSignIn = () => navigate('/redaktion')
  if (stage.is === 'looking') return null
  if (stage.is === 'open')
    return (
      <DoorCard tenant={tenant} title={words.resetTitle} lead={words.resetFor(stage.email)}>
        <form class="door-form" onSubmit={submit} noValidate>
          <input type="email" class="sr-only" autocomplete="username" value={stage.email} readOnly tabIndex={-1} aria-hidden="true" />
          <PasswordField id="password" label={words.newPassword} help={words.passwordHelp} autocomplete="new-password" value={password} error={error} onInput={setPassword} />
          <Button kind="main" submit busy={busy}>
            {words.resetDo}
          </Button>
        </form>
      </DoorCard>
    )
  const done = stage.is === 'done'
  return (
    <DoorCard
      tenant={tenant}
      title={done ? words.resetDone : words.linkOver}
      lead={done ? words.resetDoneText : stage.is === 'over' ? words.resetOver : words.linkMissing}
    >
      <Button kind="main" onPress={toSignIn}>
        {words.toSignIn}
      </Button>
    </DoorCard>
  )
}
