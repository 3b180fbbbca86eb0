// SPDX-License-Identifier: EUPL-1.2
/** Arriving from another municipality: the secret of the fragment continues the sign-in here. */

import { useEffect, useState } from 'preact/hooks'
import { remember, staff } from '../../api/staff'
import { navigate } from '../../ui/router'
import { useWords } from '../i18n'
import { Button } from '../ui/button'
import { DoorCard, type DoorProps } from './card'
import { secretOfLink } from './secret'

export function SwitchPage({ tenant, onEnter }: DoorProps) {
  const { t } = useWords()
  const token = secretOfLink()
  const [over, setOver] = useState(token === '')
  useEffect(() => {
    if (token === '') return
    void staff.POST('/api/v1/staff/switch/redemption', { body: { token } }).then((answer) => {
      if (!answer.ok) return setOver(true)
      navigate('/redaktion', { replace: true })
      onEnter(remember(answer.data))
    })
  }, [token, onEnter])
  if (!over) return null
  return (
    <DoorCard tenant={tenant} title={t.signingIn.linkOver} lead={t.signingIn.switchOver}>
      <Button kind="main" onPress={() => navigate('/redaktion', { replace: true })}>
        {t.signingIn.toSignIn}
      </Button>
    </DoorCard>
  )
}
