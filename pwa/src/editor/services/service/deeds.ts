// SPDX-License-Identifier: EUPL-1.2
/** What can be done with one service: publish, hide, show, take the source's words again, delete. Draws nothing. */

import { useState } from 'preact/hooks'
import { matching, staff, type Answer } from '../../../api/staff'
import { navigate } from '../../../ui/router'
import { useWords } from '../../i18n'
import type { Writing } from '../../publishing/use-deeds'
import type { Verbs } from '../../publishing/verbs'
import type { FieldError } from '../../ui/errors'
import { say } from '../../ui/toasts'
import { switchTo } from '../deeds'
import type { StaffService } from '../model'
import { SERVICES } from '../places'
import { contentOf, type Content } from './content'
import { thingOf, type Thing } from './verbs'

export const FIELDS = { title: 'service-title', url: 'service-url' }

export function useServiceDeeds(desk: Writing<Content, Thing>, save: Verbs<Content, Thing>['save'], unread: ReadonlySet<string>) {
  const { t } = useWords()
  const words = t.services.editor
  const [errors, setErrors] = useState<FieldError[]>([])
  const [busy, setBusy] = useState(false)
  const { content } = desk

  const failed = ({ problem, unreachable }: Exclude<Answer<StaffService>, { ok: true }>) => {
    if (problem?.code === 'precondition-failed' && problem.current !== undefined) desk.meet(thingOf(problem.current as StaffService))
    else setErrors([{ text: unreachable ? t.publishing.unreachable : t.publishing.failed }])
  }
  const lacking = (): FieldError[] => [
    ...(content.title.trim() === '' ? [{ field: FIELDS.title, text: words.lacks.title }] : []),
    ...[...unread].map((field) => ({ field, text: words.lacks.url })),
  ]
  const publish = async () => {
    const lacks = lacking()
    setErrors(lacks)
    if (lacks.length > 0) return
    const before = desk.thing
    if (before !== undefined && desk.status.state === 'saved') return say(words.nothing)
    const saved = await desk.flush()
    if (saved === undefined) return
    if (before === undefined) return say(words.published)
    say(words.updated, {
      undo: () => {
        desk.change(contentOf(before))
        void desk.flush()
      },
    })
  }
  const turn = async (deed: 'hiding' | 'unhiding', thing: Thing, undoing = false): Promise<void> => {
    const answer = await switchTo(deed, thing)
    if (!answer.ok) return failed(answer)
    const next = thingOf(answer.data)
    desk.adopt(next)
    if (undoing) return say(t.publishing.undone)
    const done = deed === 'hiding' ? t.services.hiddenNow(next.title) : t.services.shownNow(next.title)
    say(done, { undo: () => void turn(deed === 'hiding' ? 'unhiding' : 'hiding', next, true) })
  }
  const reset = async (thing: Thing) => {
    const before = content
    const answer = await staff.POST('/api/v1/staff/services/{service_id}/reset', { params: { path: { service_id: thing.id }, header: matching(thing.version) } })
    if (!answer.ok) return failed(answer)
    desk.replace(thingOf(answer.data))
    say(words.resetDone, {
      undo: () => {
        desk.change(before)
        void desk.flush()
      },
    })
  }
  const remove = async (thing: Thing) => {
    const answer = await staff.DELETE('/api/v1/staff/services/{service_id}', { params: { path: { service_id: thing.id }, header: matching(thing.version) } })
    if (!answer.ok) return failed(answer as Exclude<Answer<StaffService>, { ok: true }>)
    await desk.abandon()
    navigate(SERVICES)
    say(words.deleted(thing.title), { undo: () => void save(thing.id, content, null).then(() => navigate(`${SERVICES}/${thing.id}`)) })
  }
  const once = (deed: () => Promise<void>) => {
    setBusy(true)
    void deed().finally(() => setBusy(false))
  }
  return {
    errors,
    busy,
    publish: () => once(publish),
    hide: (thing: Thing) => once(() => turn('hiding', thing)),
    show: (thing: Thing) => once(() => turn('unhiding', thing)),
    reset: (thing: Thing) => once(() => reset(thing)),
    remove: (thing: Thing) => once(() => remove(thing)),
  }
}
