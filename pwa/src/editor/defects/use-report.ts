// SPDX-License-Identifier: EUPL-1.2
/**
 * One report on the desk: what the server says of it, what is being written about it, and what others did meanwhile.
 * What is written lies on this device until it is sent. Knows no page.
 */

import { useCallback, useEffect, useRef, useState } from 'preact/hooks'
import { matching, staff, type Answer } from '../../api/staff'
import { draftPrefix, drafts, type Draft as Kept } from '../compose/drafts'
import { bodyOf, draftOf, rebased, touched, type Draft, type Extra } from './answer'
import { AS_IT_IS, type Entry, type Report } from './model'

const PAUSE_MS = 800

export interface Desk {
  report: Report
  draft: Draft
  /** What somebody else did while this was written; null when it cannot be told what. */
  clash: Entry | null | undefined
  /** The words of an earlier visit are back. */
  restored: boolean
  change(part: Partial<Draft>): void
  /** Takes over what the server says; `own` when it answers a deed of this desk that makes a new version. Notes and the like make none. */
  adopt(next: Report, own: boolean): void
  show(hidden: boolean): Promise<Answer<Report>>
  send(draft: Draft, extra?: Partial<Extra>): Promise<Answer<Report>>
  settled(): void
}

interface State {
  report: Report
  draft: Draft
  clash?: Entry | null
}

/** With what it was written upon: until somebody comes back a colleague may have changed the report. */
function keptOf(draft: Draft, report: Report): Kept<Draft> {
  return { content: draft, base: { version: String(report.version), content: draftOf(report) }, at: Date.now() }
}

/** `accepting`: somebody pressed "annehmen" in the list; that begins with this state. */
export function useReport(loaded: Report, person: string, put: (report: Report) => void, accepting: boolean): Desk {
  const [state, setState] = useState<State>(() => {
    const draft = draftOf(loaded)
    const accepts = accepting && loaded.transitions.some(({ status }) => status === 'accepted')
    return { report: loaded, draft: accepts ? { ...draft, status: 'accepted' } : draft }
  })
  const [restored, setRestored] = useState(false)
  // "Annehmen" alone is nothing written: it takes no place from words of an earlier visit.
  const written = useRef(false)
  const now = useRef(state)
  now.current = state
  const key = `${draftPrefix(person)}report:${loaded.id}`

  const adopt = useCallback((next: Report, own: boolean) => {
    setState((before) => {
      // Notes change no version; what is older than what we have is no news.
      if (next === before.report || next.version < before.report.version) return before
      const disturbs = !own && next.version > before.report.version && touched(before.draft, before.report)
      return { report: next, draft: rebased(before.draft, draftOf(before.report), next), clash: disturbs ? (next.history.at(-1) ?? null) : before.clash }
    })
  }, [])
  useEffect(() => adopt(loaded, false), [loaded, adopt])

  useEffect(() => {
    let wanted = true
    void drafts.get<Draft>(key).then((kept) => {
      if (!wanted || kept === undefined || written.current) return
      written.current = true
      setRestored(true)
      setState((before) => {
        const { report } = before
        const draft = rebased(kept.content, kept.base?.content ?? draftOf(report), report)
        const moved = kept.base !== null && kept.base.version !== String(report.version)
        return { report, draft: { ...draft, status: draft.status ?? before.draft.status }, clash: moved ? (report.history.at(-1) ?? null) : before.clash }
      })
    })
    const leave = () => {
      const { draft, report } = now.current
      if (!written.current) return
      if (touched(draft, report)) drafts.putNow(key, keptOf(draft, report))
      else void drafts.remove(key)
    }
    addEventListener('pagehide', leave)
    return () => {
      wanted = false
      removeEventListener('pagehide', leave)
      leave()
    }
  }, [key])

  const { draft, report } = state
  useEffect(() => {
    const timer = setTimeout(() => {
      if (!written.current) return
      if (touched(draft, report)) void drafts.put(key, keptOf(draft, report))
      else void drafts.remove(key)
    }, PAUSE_MS)
    return () => clearTimeout(timer)
  }, [key, draft, report])

  return {
    ...state,
    clash: state.clash,
    restored,
    change: (part) => {
      written.current = true
      setState((before) => ({ ...before, draft: { ...before.draft, ...part } }))
    },
    adopt: (next, own) => (adopt(next, own), put(next)),
    async show(hidden) {
      const { report } = now.current
      const answer = await staff.POST('/api/v1/staff/defects/{report_id}/decision', {
        params: { path: { report_id: report.id }, header: matching(report.version) },
        body: { ...AS_IT_IS, hidden },
      })
      if (answer.ok) {
        adopt(answer.data, true)
        put(answer.data)
      } else if (answer.status === 412 && answer.problem.current) adopt(answer.problem.current as Report, false)
      return answer
    },
    settled: () => setState(({ report, draft }) => ({ report, draft })),
    async send(draft, extra = {}) {
      const { report } = now.current
      const answer = await staff.POST('/api/v1/staff/defects/{report_id}/decision', {
        params: { path: { report_id: report.id }, header: matching(report.version) },
        body: bodyOf(draft, report, new Date(), extra),
      })
      if (answer.ok) {
        // The page goes on to the next report at once: what is sent must not be kept on leaving.
        written.current = false
        await drafts.remove(key)
        setState({ report: answer.data, draft: draftOf(answer.data) })
        put(answer.data)
      } else if (answer.status === 412 && answer.problem.current) adopt(answer.problem.current as Report, false)
      return answer
    },
  }
}
