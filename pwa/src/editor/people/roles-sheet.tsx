// SPDX-License-Identifier: EUPL-1.2
/** Changes what one member may do. */

import { useState } from 'preact/hooks'
import { matching, staff } from '../../api/staff'
import { useWords } from '../i18n'
import type { Role } from '../session'
import { Button } from '../ui/button'
import { Sheet } from '../ui/sheet'
import { RightsChoice, type Rights } from './role-choice'
import type { Member } from './people-list'

interface Props {
  member: Member
  onClose(): void
  onDone(answer: { ok: boolean; status?: number }): void
}

export function RolesSheet({ member, onClose, onDone }: Props) {
  const { t } = useWords()
  const [rights, setRights] = useState<Rights>({ roles: member.roles as Role[], organiser_id: member.organiser?.id ?? null })
  const [error, setError] = useState<string>()
  const [busy, setBusy] = useState(false)
  const save = async (event: Event) => {
    event.preventDefault()
    if (rights.roles.length === 0) return setError(t.people.rolesMissing)
    setBusy(true)
    const answer = await staff.PUT('/api/v1/staff/people/{member_id}', {
      params: { path: { member_id: member.id }, header: matching(member.version) },
      body: rights,
    })
    setBusy(false)
    if (!answer.ok && answer.status === 409) setError(t.people.lastAdmin)
    else onDone(answer)
  }
  return (
    <Sheet title={t.people.rolesOf(member.name)} open onClose={onClose}>
      <form class="sheet-form" onSubmit={save} noValidate>
        <RightsChoice value={rights} error={error} onChange={(next) => (setRights(next), setError(undefined))} />
        <Button kind="main" submit busy={busy}>
          {t.people.save}
        </Button>
      </form>
    </Sheet>
  )
}
