// SPDX-License-Identifier: EUPL-1.2
/** Now or later, as two words and a moment. Knows no feature. */

import { nextMorning } from '../compose/moments'
import type { WhenProblem } from '../compose/when'
import { MomentFields } from '../compose/when-fields'
import { useWords } from '../i18n'
import { Segmented } from '../ui/fields'

interface Props {
  /** The ids of the fields begin like this. */
  id: string
  value: string | null
  error?: string
  onChange(publish_at: string | null, problem: WhenProblem | undefined): void
}

export function AppearFields({ id, value, error, onChange }: Props) {
  const { t } = useWords()
  const words = t.publishing.editor
  return (
    <>
      <Segmented
        id={`${id}-mode`}
        label={words.when}
        value={value === null ? 'now' : 'planned'}
        options={[
          { value: 'now', label: words.now },
          { value: 'planned', label: words.planned },
        ]}
        onChoose={(mode) => onChange(mode === 'now' ? null : nextMorning(new Date()).toISOString(), undefined)}
      />
      {value !== null && <MomentFields id={`${id}-when`} label={words.appears} value={value} error={error} onChange={onChange} />}
    </>
  )
}
