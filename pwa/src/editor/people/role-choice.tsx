// SPDX-License-Identifier: EUPL-1.2
/** The three roles as checkboxes, each with what it allows; who only writes may do so for one organiser. */

import { useOrganisers } from '../events/organisers'
import { useWords } from '../i18n'
import { useSession, type Role } from '../session'
import { Checkbox } from '../ui/choices'
import { Select } from '../ui/fields'
import { Icon } from '../ui/icon'

const ROLES = ['EDITOR', 'CLERK', 'ADMIN'] as const

interface Props {
  value: Role[]
  error?: string
  onChange(roles: Role[]): void
}

export interface Rights {
  roles: Role[]
  /** The one organiser whose events this person writes; null: everything. */
  organiser_id: string | null
}

/** The roles and, for who only writes, for whom. */
export function RightsChoice({ value, error, onChange }: { value: Rights; error?: string; onChange(rights: Rights): void }) {
  const { modules } = useSession()
  const alone = value.roles.join() === 'EDITOR'
  return (
    <>
      <RoleChoice value={value.roles} error={error} onChange={(roles) => onChange({ roles, organiser_id: roles.join() === 'EDITOR' ? value.organiser_id : null })} />
      {alone && modules.includes('events') && <OrganiserChoice value={value.organiser_id} onChange={(organiser_id) => onChange({ ...value, organiser_id })} />}
    </>
  )
}

function OrganiserChoice({ value, onChange }: { value: string | null; onChange(id: string | null): void }) {
  const { t } = useWords()
  const words = t.people
  const organisers = useOrganisers().data ?? []
  return (
    <Select
      id="rights-organiser"
      label={words.writesFor}
      help={value === null ? words.writesForHelp : words.onlyForHelp}
      value={value ?? ''}
      options={[{ value: '', label: words.everybody }, ...organisers.map(({ id, name }) => ({ value: id, label: words.onlyFor(name) }))]}
      onInput={(id) => onChange(id === '' ? null : id)}
    />
  )
}

function RoleChoice({ value, error, onChange }: Props) {
  const { t } = useWords()
  return (
    <fieldset class="role-choice" id="roles" aria-describedby={error ? 'roles-error' : undefined}>
      <legend>{t.people.roles}</legend>
      {error && (
        <p class="field-error" id="roles-error">
          <Icon name="alert" size={18} />
          {error}
        </p>
      )}
      {ROLES.map((role) => (
        <Checkbox
          key={role}
          id={`role-${role}`}
          label={t.shell.roles[role]}
          help={t.people.explained[role]}
          checked={value.includes(role)}
          onChange={(on) => onChange(ROLES.filter((each) => (each === role ? on : value.includes(each))))}
        />
      ))}
    </fieldset>
  )
}
