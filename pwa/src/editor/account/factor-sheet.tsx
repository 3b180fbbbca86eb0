// SPDX-License-Identifier: EUPL-1.2
/** Second factor of the own account: set up, new recovery codes, switch off. The last two ask for the password. */

import { useState } from 'preact/hooks'
import { staff } from '../../api/staff'
import { useWords } from '../i18n'
import { FactorSetup, RecoveryCodes } from '../signing-in/factor-setup'
import { sentence } from '../signing-in/failures'
import { Button } from '../ui/button'
import { PasswordField } from '../ui/fields'
import { Dialog } from '../ui/dialog'
import { say } from '../ui/toasts'

export type FactorTask = 'set-up' | 'codes' | 'remove'

interface Props {
  task: FactorTask
  onClose(): void
}

export function FactorSheet({ task, onClose }: Props) {
  const { t } = useWords()
  const words = t.account
  const [codes, setCodes] = useState<string[]>()
  const done = (text: string) => {
    say(text)
    onClose()
  }
  if (codes !== undefined)
    return (
      <Dialog title={t.signingIn.codesTitle} open onClose={onClose}>
        <p>{t.signingIn.codesText}</p>
        <RecoveryCodes codes={codes} onDone={() => done(words.factorDone)} />
      </Dialog>
    )
  if (task === 'set-up')
    return (
      <Dialog title={t.signingIn.setupTitle} open onClose={onClose}>
        <FactorSetup onCodes={setCodes} />
      </Dialog>
    )
  return (
    <Dialog title={task === 'codes' ? words.codesRenew : words.factorRemove} open onClose={onClose}>
      <Confirm task={task} onCodes={setCodes} onRemoved={() => done(words.factorRemoved)} />
    </Dialog>
  )
}

interface ConfirmProps {
  task: 'codes' | 'remove'
  onCodes(codes: string[]): void
  onRemoved(): void
}

function Confirm({ task, onCodes, onRemoved }: ConfirmProps) {
  const { t } = useWords()
  const words = t.account
  const [password, setPassword] = useState('')
  const [error, setError] = useState<string>()
  const [busy, setBusy] = useState(false)
  const submit = async (event: Event) => {
    event.preventDefault()
    if (password === '') return setError(t.signingIn.passwordMissing)
    setBusy(true)
    const body = { body: { password } }
    if (task === 'codes') {
      const answer = await staff.POST('/api/v1/staff/second-factor/recovery-codes', body)
      if (answer.ok) onCodes(answer.data.recovery_codes)
      else setError(sentence(answer, t, words.wrong))
    } else {
      const answer = await staff.POST('/api/v1/staff/second-factor/removal', body)
      if (answer.ok) onRemoved()
      else setError(sentence(answer, t, words.wrong))
    }
    setBusy(false)
  }
  return (
    <form class="sheet-form" onSubmit={submit} noValidate>
      <p>{words.confirm}</p>
      <PasswordField id="confirm-password" label={t.signingIn.password} autocomplete="current-password" value={password} error={error} onInput={setPassword} />
      <Button kind="main" submit busy={busy}>
        {task === 'codes' ? words.next : words.factorRemove}
      </Button>
    </form>
  )
}
