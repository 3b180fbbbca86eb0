// SPDX-License-Identifier: EUPL-1.2
/** The second factor as a condition for coming in: the municipality asks for it. */

import { useState } from 'preact/hooks'
import { session as askSession, staff } from '../../api/staff'
import { useWords } from '../i18n'
import { Toasts } from '../ui/toasts'
import { DoorCard, type DoorProps } from './card'
import { FactorSetup, RecoveryCodes } from './factor-setup'

export function FactorSetupPage({ tenant, session, onEnter }: DoorProps) {
  const { t } = useWords()
  const words = t.signingIn
  const [codes, setCodes] = useState<string[]>()
  const enter = async () => {
    const answer = await askSession()
    if (answer.ok) onEnter(answer.data)
  }
  const leave = async () => {
    const answer = await staff.DELETE('/api/v1/staff/session')
    if (answer.ok) onEnter(answer.data)
  }
  const sub = words.welcome(session.person?.name ?? '')
  if (codes !== undefined)
    return (
      <>
        <DoorCard key="codes" tenant={tenant} sub={sub} step={words.setupStep(3)} title={words.codesTitle} lead={words.codesText}>
          <RecoveryCodes codes={codes} onDone={() => void enter()} />
        </DoorCard>
        <Toasts />
      </>
    )
  return (
    <DoorCard key="scan" wide tenant={tenant} sub={sub} step={words.setupStep(2)} title={words.setupTitle} lead={words.setupRequired(tenant.name)} note={words.setupAfter}>
      <FactorSetup onCodes={setCodes} />
      <div class="door-links">
        <button type="button" class="link" onClick={() => void leave()}>
          {words.otherAccount}
        </button>
      </div>
    </DoorCard>
  )
}
