// SPDX-License-Identifier: EUPL-1.2
/** Password, then code: the two steps of signing in, alone on a page or over the page one was on. */

import { useEffect, useState } from 'preact/hooks'
import { remember, staff, type Answer, type Session } from '../../api/staff'
import { useWords } from '../i18n'
import { Button } from '../ui/button'
import { PasswordField, TextField } from '../ui/fields'
import { CodeField } from './code-field'
import { sentence } from './failures'

interface Props {
  /** Only this person may come back here. */
  email?: string
  onEnter(session: Session): void
  onForgot?(): void
}

export function PasswordStep({ email: fixed, onEnter, onForgot }: Props) {
  const { t } = useWords()
  const words = t.signingIn
  const [email, setEmail] = useState(fixed ?? '')
  const [password, setPassword] = useState('')
  const [errors, setErrors] = useState<{ email?: string; password?: string }>({})
  const [busy, setBusy] = useState(false)
  useEffect(() => {
    const wrong = errors.email ? 'email' : errors.password ? 'password' : undefined
    if (wrong) document.getElementById(wrong)?.focus()
  }, [errors])

  const submit = async (event: Event) => {
    event.preventDefault()
    const missing = {
      ...(email.trim() === '' && { email: words.emailMissing }),
      ...(password === '' && { password: words.passwordMissing }),
    }
    setErrors(missing)
    if (Object.keys(missing).length > 0 || busy) return
    setBusy(true)
    const answer = await staff.POST('/api/v1/staff/session', { body: { email: email.trim(), password } })
    setBusy(false)
    if (answer.ok) onEnter(remember(answer.data))
    else setErrors({ password: sentence(answer, t, words.wrong) })
  }
  return (
    <form class="door-form" onSubmit={submit} noValidate>
      {fixed === undefined ? (
        <TextField id="email" label={words.email} type="email" inputMode="email" autocomplete="username" value={email} error={errors.email} onInput={setEmail} />
      ) : (
        <>
          <p>
            <strong>{fixed}</strong>
          </p>
          {/* Password stores look for it. */}
          <input type="email" class="sr-only" autocomplete="username" value={fixed} readOnly tabIndex={-1} aria-hidden="true" />
        </>
      )}
      <PasswordField
        id="password"
        label={words.password}
        autocomplete="current-password"
        value={password}
        error={errors.password}
        onInput={setPassword}
        beside={
          onForgot && (
            <button type="button" class="link" onClick={onForgot}>
              {words.forgot}
            </button>
          )
        }
      />
      <Button kind="main" submit busy={busy}>
        {words.next}
      </Button>
    </form>
  )
}

interface CodeProps {
  recovery: boolean
  onEnter(session: Session): void
  /** The sign-in has run out: back to the password. */
  onExpired(): void
}

export function CodeStep({ recovery, onEnter, onExpired }: CodeProps) {
  const { t } = useWords()
  const words = t.signingIn
  const [code, setCode] = useState('')
  const [error, setError] = useState<string>()
  const [busy, setBusy] = useState(false)
  const send = async (given: string) => {
    if (given.trim() === '') return setError(words.codeMissing)
    if (busy) return
    setBusy(true)
    const answer: Answer<Session> =
      given.replace(/\s/g, '').length < 6
        ? { ok: false, status: 422, retryAfter: undefined, problem: { type: '', code: 'invalid', title: '', status: 422 } }
        : await staff.POST('/api/v1/staff/session/code', { body: { code: given } })
    setBusy(false)
    if (answer.ok) return onEnter(remember(answer.data))
    if (!answer.unreachable && answer.problem.code === 'sign-in-required') return onExpired()
    setCode('')
    setError(sentence(answer, t, recovery ? words.wrongRecovery : words.wrongCode))
  }
  return (
    <form class="door-form" noValidate onSubmit={(event) => (event.preventDefault(), void send(code))}>
      {recovery ? (
        <TextField key="recovery" id="recovery-code" label={words.recovery} value={code} error={error} onInput={setCode} autoFocus />
      ) : (
        <CodeField key="code" id="code" label={words.code} help={words.codeHelp} value={code} error={error} onInput={setCode} onComplete={(digits) => void send(digits)} />
      )}
      <Button kind="main" submit busy={busy}>
        {words.signIn}
      </Button>
    </form>
  )
}
