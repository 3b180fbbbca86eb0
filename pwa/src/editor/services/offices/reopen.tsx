// SPDX-License-Identifier: EUPL-1.2
/** An office that is, or will be, closed: what residents read, and the way back. */

import { useState } from 'preact/hooks'
import { dayOf } from '../../../i18n/dates'
import { useWords } from '../../i18n'
import { Button } from '../../ui/button'
import { say } from '../../ui/toasts'
import { ClosedPreview } from './closed-preview'
import { closeOffice, reopenOffice, type Office } from './offices'
import { useDays } from './words'

interface Props {
  office: Office
  onChanged(office: Office): void
}

export function Reopen({ office, onChanged }: Props) {
  const { t } = useWords()
  const words = t.offices.close
  const day = useDays()
  const [busy, setBusy] = useState(false)
  const { closure } = office
  if (closure === null) return null
  const reopen = async () => {
    setBusy(true)
    const answer = await reopenOffice(office)
    setBusy(false)
    if (!answer.ok) return say(answer.unreachable ? t.publishing.unreachable : t.offices.failed)
    onChanged(answer.data)
    const undo = async () => {
      const { first_day, last_day, reason, instead, news_id } = closure
      const again = await closeOffice(office, { first_day, last_day, reason, instead, news: news_id !== null, notify: false })
      if (again.ok) onChanged(again.data)
      say(again.ok ? t.publishing.undone : t.offices.failed)
    }
    say(words.reopened(office.name), { undo: () => void undo() })
  }
  const now = dayOf(new Date())
  const { first_day, last_day } = closure
  const state = first_day <= now ? (last_day > now ? words.until(day(last_day)) : words.today) : first_day === last_day ? words.on(day(first_day)) : words.span(day(first_day), day(last_day))
  return (
    <div class="reopen">
      <ClosedPreview name={office.name} state={state} text={closure.text} />
      <Button busy={busy} icon="undo" onPress={() => void reopen()}>
        {words.reopen}
      </Button>
    </div>
  )
}
