// SPDX-License-Identifier: EUPL-1.2
/** The three roles as checkboxes, each with what it allows. */

import { useWords } from '../i18n'
import type { Role } from '../session'
import { Checkbox } from '../ui/choices'
import { Icon } from '../ui/icon'

const ROLES = ['EDITOR', 'CLERK', 'ADMIN'] as const

interface Props {
  value: Role[]
  error?: string
  onChange(roles: Role[]): void
}

export function RoleChoice({ value, error, onChange }: Props) {
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
