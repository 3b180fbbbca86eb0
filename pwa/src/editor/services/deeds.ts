// SPDX-License-Identifier: EUPL-1.2
/** Taking a service out of what residents see and back, with the way back. Draws nothing. */

import { matching, staff, type Answer } from '../../api/staff'
import { useWords } from '../i18n'
import { say } from '../ui/toasts'

interface Thing {
  id: string
  version: number
  title: string
}

export type Switching = 'hiding' | 'unhiding'

export function switchTo(deed: Switching, { id, version }: Pick<Thing, 'id' | 'version'>) {
  const init = { params: { path: { service_id: id }, header: matching(version) } }
  return deed === 'hiding' ? staff.POST('/api/v1/staff/services/{service_id}/hiding', init) : staff.POST('/api/v1/staff/services/{service_id}/unhiding', init)
}

export function useDeeds(reload: () => void) {
  const { t } = useWords()
  const words = t.services
  const failed = (answer: Exclude<Answer<unknown>, { ok: true }>) => say(answer.unreachable ? t.publishing.unreachable : answer.status === 412 ? t.publishing.moved : t.publishing.failed)
  const run = async (deed: Switching, thing: Thing, undoing = false): Promise<void> => {
    const answer = await switchTo(deed, thing)
    reload()
    if (!answer.ok) return failed(answer)
    const back = { ...thing, version: answer.data.version }
    const done = deed === 'hiding' ? words.hiddenNow(thing.title) : words.shownNow(thing.title)
    say(undoing ? t.publishing.undone : done, undoing ? {} : { undo: () => void run(deed === 'hiding' ? 'unhiding' : 'hiding', back, true) })
  }
  return { hide: (thing: Thing) => run('hiding', thing), show: (thing: Thing) => run('unhiding', thing) }
}
