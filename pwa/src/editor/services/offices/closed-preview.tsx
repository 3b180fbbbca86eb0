// SPDX-License-Identifier: EUPL-1.2
/** How residents will read that an office is closed. */

import { useWords } from '../../i18n'
import { Icon } from '../../ui/icon'

interface Props {
  name: string
  /** "Heute geschlossen" */
  state: string
  text: string
}

export function ClosedPreview({ name, state, text }: Props) {
  const { t } = useWords()
  return (
    <section class="closed-preview" aria-label={t.offices.close.preview}>
      <h3>{t.offices.close.preview}</h3>
      <div>
        <strong>{name}</strong>
        <strong class="is-closed">
          <Icon name="door" />
          {state}
        </strong>
        {text && <p>{text}</p>}
      </div>
    </section>
  )
}
