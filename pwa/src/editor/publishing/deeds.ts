// SPDX-License-Identifier: EUPL-1.2
/** What one does to an item from list or editor, with the way back and the words for it. Knows no page and no content. */

import type { Answer } from '../../api/staff'
import type { Words } from '../i18n'
import { say } from '../ui/toasts'
import type { Item } from './model'
import type { Verbs } from './verbs'

type Versioned = Pick<Item, 'id' | 'version'>
type Acting<T> = Pick<Verbs<unknown, T>, 'act'>

/** Why it did not happen, in words. */
export function refusal(answer: Exclude<Answer<unknown>, { ok: true }>, t: Words): string {
  const words = t.publishing
  if (answer.unreachable) return words.unreachable
  if (answer.problem.code === 'four-eyes') return words.fourEyes
  if (answer.problem.code === 'already-announced') return t.push.already
  return answer.status === 412 || answer.status === 409 ? words.moved : words.failed
}

/** Takes an item from the residents; the way back publishes it again, where that is allowed. Where changes had waited
 * there is no way back at once: it would publish them, too. */
export async function withdraw<T extends Versioned & Pick<Item, 'may'>>(
  { act }: Acting<T>,
  item: Versioned & Pick<Item, 'unpublished_changes'>,
  t: Words,
  changed: (thing?: T) => void,
): Promise<void> {
  const answer = await act('withdraw', item)
  if (!answer.ok) {
    say(refusal(answer, t))
    return changed()
  }
  const undo = async () => {
    const draft = await act('restore', answer.data)
    const back = draft.ok && draft.data.may.includes('publish') ? await act('publish', draft.data) : draft
    say(back.ok ? t.publishing.undone : refusal(back, t))
    changed(back.ok ? back.data : undefined)
  }
  say(t.publishing.withdrawn, item.unpublished_changes ? {} : { undo: () => void undo() })
  changed(answer.data)
}

export async function restore<T>({ act }: Acting<T>, item: Versioned, t: Words, changed: (thing?: T) => void): Promise<void> {
  const answer = await act('restore', item)
  say(answer.ok ? t.publishing.restored : refusal(answer, t))
  changed(answer.ok ? answer.data : undefined)
}

/** Deletes what residents never saw; the way back makes it once more, under the same id. */
export async function erase<C>(
  { remove, save }: Pick<Verbs<C, unknown>, 'remove' | 'save'>,
  item: Versioned,
  content: C | undefined,
  t: Words,
  changed: () => void,
): Promise<boolean> {
  const answer = await remove(item)
  if (!answer.ok) {
    say(refusal(answer, t))
    changed()
    return false
  }
  const undo = async () => {
    if (content === undefined) return
    const back = await save(item.id, content, null)
    say(back.kind === 'saved' ? t.publishing.undone : t.publishing.failed)
    changed()
  }
  say(t.publishing.deleted, content === undefined ? {} : { undo: () => void undo() })
  changed()
  return true
}
