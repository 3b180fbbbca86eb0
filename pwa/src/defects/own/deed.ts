// SPDX-License-Identifier: EUPL-1.2
/** One deed of the reporter: sent, said, and the page shows what is so now. */

import { useState } from 'preact/hooks'
import { tellTownHall, type Deed } from '../../api/own-report'
import { toast } from '../../ui/toast'
import type { Own } from '../detail/use-own'
import { useWords } from '../words'

export interface Doing {
  busy: boolean
  /** A sentence for the resident; empty while all is well. */
  trouble: string
  /** Whether it was done. */
  run(deed: Deed, said: string): Promise<boolean>
  complain(text: string): void
}

export function useDeed(id: string, secret: string, own: Own): Doing {
  const words = useWords()
  const [busy, setBusy] = useState(false)
  const [trouble, setTrouble] = useState('')
  const run = async (deed: Deed, said: string): Promise<boolean> => {
    if (busy) return false
    setTrouble('')
    setBusy(true)
    const answer = await tellTownHall(id, secret, deed)
    setBusy(false)
    if (answer.kind === 'done') {
      if (deed.do !== 'erase') own.put(answer.report)
      toast(said)
      return true
    }
    setTrouble(answer.kind === 'refused' && answer.code === 'not-now' ? words.trouble.moved : deed.do === 'photo' && answer.kind === 'refused' ? words.addPhoto.broken : words.trouble[answer.kind])
    // The town hall was quicker: the page shows what is possible now.
    if (answer.kind === 'refused') await own.reload()
    return false
  }
  return { busy, trouble, run, complain: setTrouble }
}
