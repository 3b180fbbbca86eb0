// SPDX-License-Identifier: EUPL-1.2
/** Invites a person: address, name, roles. */

import { useState } from 'preact/hooks'
import { staff } from '../../api/staff'
import { useWords } from '../i18n'
import { Button } from '../ui/button'
import { ErrorSummary, type FieldError } from '../ui/errors'
import { TextField } from '../ui/fields'
import { Sheet } from '../ui/sheet'
import { RightsChoice, type Rights } from './role-choice'

interface Props {
  open: boolean
  onClose(): void
  onSent(email: string): void
}

export function InviteSheet({ open, onClose, onSent }: Props) {
  const { t } = useWords()
  return (
    <Sheet title={t.people.inviteTitle} open={open} onClose={onClose}>
      <Form onSent={onSent} />
    </Sheet>
  )
}

function Form({ onSent }: Pick<Props, 'onSent'>) {
  const { t } = useWords()
  const words = t.people
  const [email, setEmail] = useState('')
  const [name, setName] = useState('')
  const [rights, setRights] = useState<Rights>({ roles: ['EDITOR'], organiser_id: null })
  const [faults, setFaults] = useState<FieldError[]>([])
  const [busy, setBusy] = useState(false)
  const faultOf = (field: string) => faults.find((each) => each.field === field)?.text

  const send = async (event: Event) => {
    event.preventDefault()
    const missing: FieldError[] = [
      ...(email.trim() === '' ? [{ field: 'invite-email', text: words.emailMissing }] : []),
      ...(email.trim() !== '' && !email.includes('@') ? [{ field: 'invite-email', text: words.emailWrong }] : []),
      ...(rights.roles.length === 0 ? [{ field: 'roles', text: words.rolesMissing }] : []),
    ]
    setFaults(missing)
    if (missing.length > 0 || busy) return
    setBusy(true)
    const answer = await staff.POST('/api/v1/staff/invitations', { body: { email: email.trim(), name: name.trim(), ...rights } })
    setBusy(false)
    if (answer.ok) return onSent(email.trim())
    const text = answer.status === 409 ? words.already : answer.problem?.errors?.['email'] ? words.emailWrong : words.failed
    setFaults([{ field: 'invite-email', text }])
  }
  return (
    <form class="sheet-form" onSubmit={send} noValidate>
      <p class="muted">{words.inviteText}</p>
      {faults.length > 1 && <ErrorSummary items={faults} />}
      <TextField id="invite-email" label={words.email} type="email" inputMode="email" value={email} error={faultOf('invite-email')} onInput={setEmail} />
      <TextField id="invite-name" label={words.name} optional value={name} onInput={setName} />
      <RightsChoice value={rights} error={faultOf('roles')} onChange={setRights} />
      <Button kind="main" submit busy={busy}>
        {words.inviteSend}
      </Button>
    </form>
  )
}
