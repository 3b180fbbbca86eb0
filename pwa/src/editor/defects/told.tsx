// SPDX-License-Identifier: EUPL-1.2
/** Before sending: who will hear of it, what becomes public, and that the promise is kept. */

import { useWords } from '../i18n'
import { Icon } from '../ui/icon'
import { shows, type Draft } from './answer'
import type { Report } from './model'

export function Told({ report, draft }: { report: Report; draft: Draft }) {
  const { t } = useWords()
  const words = t.report.answer
  const { reporter, followers } = report.told
  const others = draft.status === 'rejected' ? 0 : followers
  const shown = report.hidden ? { text: false, photos: 0 } : shows(draft)
  const parts = [shown.text && words.publicText, shown.photos > 0 && words.publicPhotos(shown.photos)].filter(Boolean)
  const keeps = report.promise.answered_on === null && report.promise.state === 'running' && draft.note.trim() !== '' && draft.status !== 'rejected'
  const sentences = [
    (reporter || others > 0) && words.willBeTold(words.told(reporter, others), (reporter ? 1 : 0) + others > 1),
    parts.length > 0 ? words.publicNow(parts.join(words.and)) : words.publicNothing,
    keeps && words.kept,
  ]
  return (
    <p class="told">
      <Icon name="bell" />
      <span>{sentences.filter(Boolean).join(' ')}</span>
    </p>
  )
}
