// SPDX-License-Identifier: EUPL-1.2
/** Pressing "Speichern" in a sheet: once, and where somebody else was faster a second time on purpose. Draws nothing. */

import { useState } from 'preact/hooks'
import { useWords } from '../../i18n'
import type { FieldError } from '../../ui/errors'
import type { Kept, Office } from './offices'

export interface Keeping {
  errors: FieldError[]
  busy: boolean
  /** With what is missing it only says so. */
  press(missing: FieldError[]): void
}

export function useKeeping<B extends Office | undefined>(office: B, keep: (base: B | Office) => Promise<Kept>, onDone: (office: Office) => void): Keeping {
  const { t } = useWords()
  const words = t.offices
  const [base, setBase] = useState<B | Office>(office)
  const [errors, setErrors] = useState<FieldError[]>([])
  const [busy, setBusy] = useState(false)
  const send = async () => {
    setBusy(true)
    const answer = await keep(base)
    setBusy(false)
    if (answer.ok) return onDone(answer.data)
    if ('clash' in answer) {
      setBase(answer.clash)
      return setErrors([{ text: words.moved }])
    }
    const { unreachable, status } = answer
    setErrors([{ text: unreachable ? t.publishing.unreachable : status === 404 ? words.gone : status === 422 ? words.refused : words.failed }])
  }
  return {
    errors,
    busy,
    press(missing) {
      setErrors(missing)
      if (missing.length === 0 && !busy) void send()
    },
  }
}
