// SPDX-License-Identifier: EUPL-1.2
/** Becoming staff by the link of an invitation: a new account with name and password, a known one with its own password. */

import { useEffect, useState } from 'preact/hooks'
import { remember, staff } from '../../api/staff'
import { navigate } from '../../ui/router'
import { useWords } from '../i18n'
import { Badge } from '../ui/badge'
import { Button } from '../ui/button'
import { PasswordField, TextField } from '../ui/fields'
import { DoorCard, type DoorProps } from './card'
import { passwordFault, sentence } from './failures'
import { secretOfLink } from './secret'
import type { components } from '../../api/schema'

type Offer = components['schemas']['Offer']

export function InvitationPage({ tenant, session, onEnter }: DoorProps) {
  const { t } = useWords()
  const words = t.signingIn
  const token = secretOfLink()
  const [offer, setOffer] = useState<Offer | 'over'>()
  useEffect(() => {
    if (token === '') return
    void staff
      .POST('/api/v1/staff/invitations/look', { body: { token } })
      .then((answer) => setOffer(answer.ok ? answer.data : 'over'))
  }, [token])
  if (token === '' || offer === 'over')
    return (
      <DoorCard tenant={tenant} title={words.linkOver} lead={token === '' ? words.linkMissing : words.invitationOver}>
        <Button kind="main" onPress={() => navigate('/redaktion')}>
          {words.toSignIn}
        </Button>
      </DoorCard>
    )
  if (offer === undefined) return null
  const other = session.person !== null && session.person.email !== offer.email ? session.person.name : undefined
  return (
    <DoorCard
      tenant={tenant}
      title={words.invitationTitle}
      lead={words.invitationText(tenant.name)}
      step={offer.known || !session.second_factor_required ? undefined : words.setupStep(1)}
      note={other && words.signedInAs(other)}
    >
      <p class="badges" role="group" aria-label={words.invitationRoles}>
        {(['EDITOR', 'CLERK', 'ADMIN'] as const)
          .filter((role) => offer.roles.includes(role))
          .map((role) => (
            <Badge key={role} tone={role === 'ADMIN' ? 'brand' : 'neutral'}>
              {t.shell.roles[role]}
            </Badge>
          ))}
      </p>
      <AcceptForm offer={offer} token={token} onOver={() => setOffer('over')} onEnter={onEnter} />
    </DoorCard>
  )
}

interface AcceptProps extends Pick<DoorProps, 'onEnter'> {
  offer: Offer
  token: string
  onOver(): void
}

function AcceptForm({ offer, token, onOver, onEnter }: AcceptProps) {
  const { t } = useWords()
  const words = t.signingIn
  const [name, setName] = useState(offer.name)
  const [password, setPassword] = useState('')
  const [errors, setErrors] = useState<{ name?: string; password?: string }>({})
  const [busy, setBusy] = useState(false)
  useEffect(() => {
    const wrong = errors.name ? 'name' : errors.password ? 'password' : undefined
    if (wrong) document.getElementById(wrong)?.focus()
  }, [errors])

  const submit = async (event: Event) => {
    event.preventDefault()
    const missing = offer.known
      ? { ...(password === '' && { password: words.passwordMissing }) }
      : { ...(name.trim() === '' && { name: words.nameMissing }), ...(password.length < 12 && { password: words.passwordShort }) }
    setErrors(missing)
    if (Object.keys(missing).length > 0 || busy) return
    setBusy(true)
    const answer = await staff.POST('/api/v1/staff/invitations/acceptance', { body: { token, name: name.trim(), password } })
    setBusy(false)
    if (answer.ok) {
      navigate('/redaktion', { replace: true })
      return onEnter(remember(answer.data))
    }
    if (!answer.unreachable && answer.status === 404) return onOver()
    setErrors({ password: passwordFault(answer, t) ?? sentence(answer, t, words.wrong) })
  }
  return (
    <form class="door-form" onSubmit={submit} noValidate>
      <p>
        <span class="muted">{words.email}</span>
        <br />
        <strong>{offer.email}</strong>
      </p>
      <input type="email" class="sr-only" autocomplete="username" value={offer.email} readOnly tabIndex={-1} aria-hidden="true" />
      {offer.known ? (
        <p>{words.invitationKnown}</p>
      ) : (
        <TextField id="name" label={words.name} help={words.nameHelp} autocomplete="name" value={name} error={errors.name} onInput={setName} />
      )}
      <PasswordField
        id="password"
        label={words.password}
        help={offer.known ? undefined : words.passwordHelp}
        autocomplete={offer.known ? 'current-password' : 'new-password'}
        value={password}
        error={errors.password}
        onInput={setPassword}
      />
      <Button kind="main" submit busy={busy}>
        {words.invitationDo}
      </Button>
    </form>
  )
}
