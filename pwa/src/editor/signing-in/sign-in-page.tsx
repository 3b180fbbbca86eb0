// SPDX-License-Identifier: EUPL-1.2
/** Signing in at whatever address one wanted; that page then follows. Also: a link for a forgotten password. */

import { useState } from 'preact/hooks'
import { staff } from '../../api/staff'
import { useWords } from '../i18n'
import { Button } from '../ui/button'
import { TextField } from '../ui/fields'
import { DoorCard, type DoorProps } from './card'
import { sentence } from './failures'
import { CodeStep, PasswordStep } from './steps'

export function SignInPage({ tenant, session, onEnter }: DoorProps) {
  const { t } = useWords()
  const words = t.signingIn
  const [forgot, setForgot] = useState(false)
  const [recovery, setRecovery] = useState(false)
  const leave = async () => {
    const answer = await staff.DELETE('/api/v1/staff/session')
    if (answer.ok) onEnter(answer.data)
  }
  if (session.state === 'code')
    return (
      <DoorCard tenant={tenant} title={words.codeTitle} lead={recovery ? words.recoveryText : words.codeText} note={words.trouble(tenant.name)}>
        <CodeStep key={String(recovery)} recovery={recovery} onEnter={onEnter} onExpired={() => void leave()} />
        <div class="door-links">
          <button type="button" class="link" onClick={() => setRecovery(!recovery)}>
            {recovery ? words.useApp : words.useRecovery}
          </button>
          <button type="button" class="link" onClick={() => void leave()}>
            {words.otherAccount}
          </button>
        </div>
      </DoorCard>
    )
  if (forgot) return <ForgotCard tenant={tenant} onBack={() => setForgot(false)} />
  return (
    <DoorCard tenant={tenant} title={words.title} note={words.trouble(tenant.name)}>
      <PasswordStep onEnter={onEnter} onForgot={() => setForgot(true)} />
    </DoorCard>
  )
}

function ForgotCard({ tenant, onBack }: Pick<DoorProps, 'tenant'> & { onBack(): void }) {
  const { t } = useWords()
  const words = t.signingIn
  const [email, setEmail] = useState('')
  const [error, setError] = useState<string>()
  const [sent, setSent] = useState(false)
  const [busy, setBusy] = useState(false)
  const submit = async (event: Event) => {
    event.preventDefault()
    if (email.trim() === '') return setError(words.emailMissing)
    setBusy(true)
    const answer = await staff.POST('/api/v1/staff/password-reset', { body: { email: email.trim() } })
    setBusy(false)
    if (answer.ok) setSent(true)
    else setError(sentence(answer, t, words.emailMissing))
  }
  const back = (
    <div class="door-links">
      <button type="button" class="link" onClick={onBack}>
        {words.toSignIn}
      </button>
    </div>
  )
  if (sent)
    return (
      <DoorCard tenant={tenant} title={words.forgotSent} lead={words.forgotSentText}>
        {back}
      </DoorCard>
    )
  return (
    <DoorCard tenant={tenant} title={words.forgotTitle} lead={words.forgotText}>
      <form class="door-form" onSubmit={submit} noValidate>
        <TextField id="email" label={words.email} type="email" inputMode="email" autocomplete="username" value={email} error={error} onInput={setEmail} />
        <Button kind="main" submit busy={busy}>
          {words.forgotSend}
        </Button>
      </form>
      {back}
    </DoorCard>
  )
}
