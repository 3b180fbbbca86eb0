// SPDX-License-Identifier: EUPL-1.2
/** Checking all links now: asks for it, watches it run, says what came of it. */

import { useEffect, useRef } from 'preact/hooks'
import { staff } from '../../api/staff'
import { useWords } from '../i18n'
import { useLoad } from '../ui/load'
import { say } from '../ui/toasts'

const LOOK_AGAIN_MS = 2000

export interface Checking {
  running: boolean
  checked: number
  total: number
  begin(): void
}

export function useCheck(onDone: () => void): Checking {
  const { t } = useWords()
  const words = t.services.check
  const { data, reload, put } = useLoad('services/links', () => staff.GET('/api/v1/staff/services/links/check'))
  const running = data?.running === true
  /** When the last check ended, as it stood while this one runs; undefined: none runs. */
  const before = useRef<string | null | undefined>(undefined)
  const done = useRef(onDone)
  done.current = onDone
  useEffect(() => {
    if (!running) return
    const timer = setInterval(() => void reload(), LOOK_AGAIN_MS)
    return () => clearInterval(timer)
  }, [running, reload])
  useEffect(() => {
    if (data === undefined) return
    if (running) {
      before.current = data.checked_at
      return
    }
    if (before.current === undefined) return
    // A check that reached nobody leaves everything as it was.
    say(data.checked_at === before.current ? words.unreached : words.done(data.broken))
    before.current = undefined
    done.current()
  }, [running, data, words])
  const begin = async () => {
    const answer = await staff.POST('/api/v1/staff/services/links/check')
    if (answer.ok) put(answer.data)
    else say(answer.unreachable ? t.publishing.unreachable : t.publishing.failed)
  }
  return { running, checked: data?.checked ?? 0, total: data?.total ?? 0, begin: () => void begin() }
}
