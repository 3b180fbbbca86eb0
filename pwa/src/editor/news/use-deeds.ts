// SPDX-License-Identifier: EUPL-1.2
/** What the editor's buttons do: check, save the last word, act, say what happened. Draws nothing. */

import { useState } from 'preact/hooks'
import type { Answer } from '../../api/staff'
import { navigate } from '../../ui/router'
import type { Desk } from '../compose/desk'
import { momentWords } from '../compose/moments'
import type { WhenProblem } from '../compose/when'
import { useWords } from '../i18n'
import type { Ringing } from '../push/ringing'
import type { FieldError } from '../ui/errors'
import { say } from '../ui/toasts'
import { act, giveBack, publish, restoreRevision } from './api'
import { erase, refusal, restore, withdraw } from './deeds'
import { lacksOf, type Deed, type NewsContent, type StaffNews } from './model'
import { errorsOf } from './outcome'

export type NewsDesk = Desk<NewsContent, StaffNews> & { content: NewsContent }

const VERBS = { publish: 'publish', plan: 'publish', update: 'publish', release: 'publish', submit: 'submit' } as const

type Problems = Partial<Record<'publish_at' | 'unpublish_at', WhenProblem>>
/** What a publication does beside showing the item. */
type Beside = Pick<Ringing, 'wish' | 'lacks' | 'confirm' | 'done'>

export function useDeeds(desk: NewsDesk, problems: Problems, seen: boolean, ringing: Beside) {
  const { t, language } = useWords()
  const [missed, setMissed] = useState<{ lacks: string[]; errors: FieldError[]; told: boolean }>({ lacks: [], errors: [], told: false })
  const [busy, setBusy] = useState(false)
  const { content } = desk
  /** Anew with each press, so that the focus goes there each time. */
  const setLacks = (lacks: string[], told = false) => setMissed({ lacks, told, errors: errorsOf(lacks, content, new Date(), t, language) })

  const missing = () => {
    const now = new Date()
    const found = lacksOf(content, now)
    if (!seen && content.publish_at !== null && Date.parse(content.publish_at) <= now.getTime()) found.push('past')
    if (!seen && problems.publish_at !== undefined) found.push('publish_at')
    if (problems.unpublish_at !== undefined && !found.includes('unpublish_at')) found.push('unpublish_at')
    return found
  }

  /** The server's words first: a deed always acts on everything that was written. */
  const whole = async (): Promise<StaffNews | undefined> => {
    const thing = await desk.flush()
    if (thing === undefined && desk.status.state !== 'conflict') say(t.news.unreachable)
    return thing
  }

  const take = (answer: Answer<StaffNews>): answer is Extract<Answer<StaffNews>, { ok: true }> => {
    if (answer.ok) desk.adopt(answer.data)
    else if (answer.problem?.current !== undefined) desk.meet(answer.problem.current as StaffNews)
    else if (answer.status === 422 && answer.problem.errors !== undefined) setLacks(Object.keys(answer.problem.errors['json'] ?? answer.problem.errors), true)
    else say(refusal(answer, t))
    return answer.ok
  }

  const doMain = async (deed: Deed) => {
    const thing = await whole()
    if (thing === undefined) return
    if (deed === 'restore') return restore(thing, t, (changed) => changed && desk.adopt(changed))
    const { wish } = ringing
    const publishes = VERBS[deed] === 'publish'
    if (publishes && !(await ringing.confirm())) return
    const answer = await (publishes ? publish(thing, wish) : act(VERBS[deed], thing))
    if (!take(answer)) return
    const done = t.news.editor.done
    const planned = answer.data.state === 'scheduled' && answer.data.content.publish_at !== null
    if (publishes && wish !== null) ringing.done()
    if (deed === 'submit') say(done.submit)
    else if (planned) {
      const when = momentWords(new Date(answer.data.content.publish_at ?? ''), new Date(), language)
      say(wish === null ? done.plan(when) : t.push.donePlan(when))
    } else if (wish !== null) say(thing.state === 'visible' ? t.push.doneOnly : t.push.done)
    else say(deed === 'update' ? done.update : done.publish)
  }

  return {
    errors: missed.errors,
    // What a field says goes as it is mended; the list above stays until the next press: somebody may be reading it.
    lacks: missed.lacks.filter((name) => missed.told || missing().includes(name)),
    busy,
    async press(deed: Deed) {
      if (busy) return
      const found = deed === 'restore' ? [] : [...missing(), ...(deed === 'submit' ? [] : ringing.lacks())]
      setLacks(found)
      if (found.length > 0) return
      setBusy(true)
      await doMain(deed)
      setBusy(false)
    },
    async withdraw() {
      const thing = await whole()
      if (thing) await withdraw(thing, t, (changed) => changed && desk.adopt(changed))
    },
    async discard() {
      const thing = await whole()
      if (thing === undefined) return
      const answer = await act('discard', thing)
      if (!answer.ok) return void take(answer)
      desk.replace(answer.data)
      say(t.news.discarded, { undo: () => desk.change(content) })
    },
    async remove() {
      const thing = await whole()
      if (thing === undefined || !(await erase(thing, content, t, () => undefined))) return
      await desk.abandon()
      navigate('/redaktion/nachrichten')
    },
    async giveBack(note: string): Promise<boolean> {
      const thing = await whole()
      if (thing === undefined || !take(await giveBack(thing, note))) return false
      say(t.news.editor.returnDone)
      return true
    },
    async restoreRevision(revision: string) {
      const thing = await whole()
      if (thing === undefined) return
      const answer = await restoreRevision(thing, revision)
      if (!answer.ok) return void take(answer)
      desk.replace(answer.data)
      say(t.compose.history.restored, { undo: () => desk.change(content) })
    },
  }
}
