// SPDX-License-Identifier: EUPL-1.2
/** Both changed the same: what the other one wrote, and the choice. */

import type { Conflict } from './merge'
import { useWords } from '../i18n'
import { Button } from '../ui/button'
import { Icon } from '../ui/icon'

interface Props {
  conflicts: Conflict[]
  label(field: string): string
  onSettle(theirs: boolean): void
}

function said(value: unknown): string {
  return typeof value === 'string' || typeof value === 'number' ? String(value) : ''
}

export function ClashBox({ conflicts, label, onSettle }: Props) {
  const { t } = useWords()
  const words = t.compose.clash
  if (conflicts.length === 0) return null
  return (
    <div class="notice-card is-waiting" role="alert">
      <h3>
        <Icon name="split" />
        {words.title}
      </h3>
      <ul role="list">
        {conflicts.map(({ field, theirs }) => (
          <li key={field}>
            {label(field)}
            {said(theirs) !== '' && <>: {words.theirs(said(theirs))}</>}
          </li>
        ))}
      </ul>
      <div class="button-row">
        <Button small onPress={() => onSettle(false)}>
          {words.keepMine}
        </Button>
        <Button small onPress={() => onSettle(true)}>
          {words.takeTheirs}
        </Button>
      </div>
    </div>
  )
}
