// SPDX-License-Identifier: EUPL-1.2
/** What the editor's buttons do: check, save the last word, act, say what happened. Draws nothing and knows no content. */

import { useState } from 'preact/hooks'
import type { Answer } from '../../api/staff'
import { navigate } from '../../ui/router'
import type { Desk } from '../compose/desk'
import { momentWords } from '../compose/moments'
import { useWords } from '../i18n'
import type { Ringing } from '../push/ringing'
import type { FieldError } from '../ui/errors'
import { say } from '../ui/toasts'
import { erase, refusal, restore, withdraw } from './deeds'
import type { Deed, Item, Planned } from './model'
import type { Verbs } from './verbs'

export type Writing<C, T> = Desk<C, T> & { content: C }

const VERBS = { publish: 'publish', plan: 'publish', update: 'publish', release: 'publish', submit: 'submit' } as const

interface Means<C, T> {
  verbs: Verbs<C, T>
  /** Where the list of such things is. */
  home: string
  /** What publication would refuse now, in the order of the page. */
  missing(): string[]
  errors(lacks: string[]): FieldError[]
  /** What a publication does beside showing the item. */
  ringing: Pick<Ringing, 'wish' | 'lacks' | 'confirm' | 'done'>
}

export function useDeeds<C extends Planned, T extends Item & { content: Planned }>(desk: Writing<C, T>, { verbs, home, missing, errors, ringing }: Means<C, T>) {
  const { t, language } = useWords()
  const [missed, setMissed] = useState<{ lacks: string[]; errors: FieldError[]; told: boolean }>({ lacks: [], errors: [], told: false })
  const [busy, setBusy] = useState(false)
  const { content } = desk
  /** Anew with each press, so that the focus goes there each time. */
  const setLacks = (lacks: string[], told = false) => setMissed({ lacks, told, errors: errors(lacks) })

  /** The server's words first: a deed always acts on everything that was written. */
  const whole = async (): Promise<T | undefined> => {
    const thing = await desk.flush()
    if (thing === undefined && desk.status.state !== 'conflict') say(t.publishing.unreachable)
    return thing
  }

  const take = (answer: Answer<T>): answer is Extract<Answer<T>, { ok: true }> => {
    if (answer.ok) desk.adopt(answer.data)
    else if (answer.problem?.current !== undefined) desk.meet(answer.problem.current as T)
    else if (answer.status === 422 && answer.problem.errors !== undefined) setLacks(Object.keys(answer.problem.errors['json'] ?? answer.problem.errors), true)
    else say(refusal(answer, t))
    return answer.ok
  }

  const doMain = async (deed: Deed) => {
    const thing = await whole()
    if (thing === undefined) return
    if (deed === 'restore') return restore(verbs, thing, t, (changed) => changed && desk.adopt(changed))
    const { wish } = ringing
    const publishes = VERBS[deed] === 'publish'
    if (publishes && !(await ringing.confirm())) return
    const answer = await (publishes ? verbs.publish(thing, wish) : verbs.act(VERBS[deed], thing))
    if (!take(answer)) return
    const done = t.publishing.editor.done
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
      if (thing) await withdraw(verbs, thing, t, (changed) => changed && desk.adopt(changed))
    },
    async discard() {
      const thing = await whole()
      if (thing === undefined) return
      const answer = await verbs.act('discard', thing)
      if (!answer.ok) return void take(answer)
      desk.replace(answer.data)
      say(t.publishing.discarded, { undo: () => desk.change(content) })
    },
    async remove() {
      const thing = await whole()
      if (thing === undefined || !(await erase(verbs, thing, content, t, () => undefined))) return
      await desk.abandon()
      navigate(home)
    },
    async giveBack(note: string): Promise<boolean> {
      const thing = await whole()
      if (thing === undefined || !take(await verbs.giveBack(thing, note))) return false
      say(t.publishing.editor.returnDone)
      return true
    },
    async restoreRevision(revision: string) {
      const thing = await whole()
      if (thing === undefined) return
      const answer = await verbs.restoreRevision(thing, revision)
      if (!answer.ok) return void take(answer)
      desk.replace(answer.data)
      say(t.compose.history.restored, { undo: () => desk.change(content) })
    },
  }
}

export type Deeds = ReturnType<typeof useDeeds>
