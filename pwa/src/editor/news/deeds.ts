// SPDX-License-Identifier: EUPL-1.2
/** What one does to an item from list or editor, with the way back and the words for it. Knows no page. */

import type { Answer } from '../../api/staff'
import type { Words } from '../i18n'
import { say } from '../ui/toasts'
import { act, remove, save } from './api'
import type { NewsContent, StaffNews } from './model'

type Versioned = Pick<StaffNews, 'id' | 'version'>

/** Why it did not happen, in words. */
export function refusal(answer: Exclude<Answer<unknown>, { ok: true }>, t: Words): string {
  if (answer.unreachable) return t.news.unreachable
  if (answer.problem.code === 'four-eyes') return t.news.fourEyes
  if (answer.problem.code === 'already-announced') return t.push.already
  return answer.status === 412 || answer.status === 409 ? t.news.moved : t.news.failed
}

/** Takes an item from the residents; the way back publishes it again, where that is allowed. Where changes had waited
 * there is no way back at once: it would publish them, too. */
export async function withdraw(item: Versioned & Pick<StaffNews, 'unpublished_changes'>, t: Words, changed: (thing?: StaffNews) => void): Promise<void> {
  const answer = await act('withdraw', item)
  if (!answer.ok) {
    say(refusal(answer, t))
    return changed()
  }
  const undo = async () => {
    const draft = await act('restore', answer.data)
    const back = draft.ok && draft.data.may.includes('publish') ? await act('publish', draft.data) : draft
    say(back.ok ? t.news.undone : refusal(back, t))
    changed(back.ok ? back.data : undefined)
  }
  say(t.news.withdrawn, item.unpublished_changes ? {} : { undo: () => void undo() })
  changed(answer.data)
}

export async function restore(item: Versioned, t: Words, changed: (thing?: StaffNews) => void): Promise<void> {
  const answer = await act('restore', item)
  say(answer.ok ? t.news.restored : refusal(answer, t))
  changed(answer.ok ? answer.data : undefined)
}

/** Deletes what residents never saw; the way back makes it once more, under the same id. */
export async function erase(item: Versioned, content: NewsContent | undefined, t: Words, changed: () => void): Promise<boolean> {
  const answer = await remove(item)
  if (!answer.ok) {
    say(refusal(answer, t))
    changed()
    return false
  }
  const undo = async () => {
    if (content === undefined) return
    const back = await save(item.id, content, null)
    say(back.kind === 'saved' ? t.news.undone : t.news.failed)
    changed()
  }
  say(t.news.deleted, content === undefined ? {} : { undo: () => void undo() })
  changed()
  return true
}
