// SPDX-License-Identifier: EUPL-1.2
/** One report: how it stands, the promise of an answer, what everybody sees; for its reporter also what only they do. */

import type { Bootstrap, Defect, OwnReport } from '../../api/types'
import { useTexts } from '../../i18n'
import { useCached } from '../../offline/cached'
import { Page } from '../../ui/frame'
import { Share } from '../../ui/share'
import { Gate, Skeleton, StateNote } from '../../ui/states'
import { PromiseClock } from '../clock'
import '../defects.scss'
import { Elsewhere } from '../elsewhere'
import { OwnBody, OwnHead, OwnRows } from '../own/own-part'
import { useWords } from '../words'
import { Actions } from './actions'
import { DefectHead, Place, StatusBox } from './defect-head'
import { DefectBody } from './defect-body'
import { Timeline } from './timeline'
import { useOwn, type Own } from './use-own'

export function DefectPage({ boot, id }: { boot: Bootstrap; id: string }) {
  return boot.defects?.mode === 'link' ? <Elsewhere boot={boot} /> : <Report boot={boot} id={id} />
}

function Report({ boot, id }: { boot: Bootstrap; id: string }) {
  const { t } = useTexts()
  const words = useWords()
  const open = useCached<Defect>('defect', `/api/v1/defects/${encodeURIComponent(id)}`)
  const own = useOwn(id)
  const back = { href: '/maengel', label: words.title }
  const mine = own.answer?.kind === 'done' ? own.answer.report : undefined
  const looking = own.key === undefined || (own.key !== null && own.answer === undefined)
  if (open.state === 'missing' && mine === undefined && !looking)
    return (
      <Page title={words.gone.title} heading={false} back={back}>
        <Gone offline={own.answer?.kind === 'unreachable'} />
      </Page>
    )
  const known = mine ?? (open.state === 'missing' ? undefined : open.data)
  const title = known?.title ?? words.fallbackTitle
  const isPublic = mine?.is_public ?? (known !== undefined && known.status !== 'received')
  return (
    <Page
      title={title}
      heading={false}
      back={back}
      storedAt={open.storedAt}
      // Never what stands in the address: it may hold the secret.
      action={isPublic && <Share title={title} words={t.article} url={`${boot.tenant.origin}/maengel/${id}`} />}
    >
      <article class="defect">
        {known && <DefectHead number={known.number} />}
        {/* One and the same element before and after the answer: it has the focus after a move. */}
        <h1 tabIndex={-1} lang={known ? boot.tenant.language : undefined}>
          {title}
        </h1>
        <Gate
          of={{ data: known, state: known || looking ? 'fresh' : open.state, reload: open.reload }}
          words={t.gate}
          phone={boot.tenant.phone}
          skeleton={<Skeleton rows={2} label={t.gate.loading} text />}
        >
          {(found) => <Whole boot={boot} report={found} mine={mine} own={own} isPublic={isPublic} />}
        </Gate>
      </article>
    </Page>
  )
}

/** What is answered elsewhere, or not any more. */
const PROMISELESS: ReadonlySet<string> = new Set(['duplicate', 'withdrawn', 'rejected'])

interface WholeProps {
  boot: Bootstrap
  report: Defect | OwnReport
  mine: OwnReport | undefined
  own: Own
  isPublic: boolean
}

function Whole({ boot, report, mine, own, isPublic }: WholeProps) {
  const words = useWords()
  return (
    <>
      <Place of={mine ? { ...mine, place: mine.place ?? (mine.address || null) } : report} boot={boot} />
      <StatusBox of={report} lang={boot.tenant.language} own={mine !== undefined} />
      {mine && own.key && <OwnHead report={mine} own={own} secret={own.key} boot={boot} />}
      {own.key && own.answer && own.answer.kind !== 'done' && (
        <p class="note" role="status">
          {own.answer.kind === 'gone' ? words.ownPart.badLink : words.ownPart.offline}
        </p>
      )}
      {!PROMISELESS.has(report.status) && <PromiseClock of={report} />}
      {mine && own.key ? <OwnBody report={mine} secret={own.key} boot={boot} /> : <DefectBody report={report as Defect} boot={boot} />}
      <Timeline of={report} lang={boot.tenant.language} />
      {mine && own.key ? <OwnRows report={mine} own={own} secret={own.key} boot={boot} /> : isPublic && <Actions report={report} boot={boot} />}
    </>
  )
}

function Gone({ offline }: { offline: boolean }) {
  const { t } = useTexts()
  const words = useWords()
  if (offline) return <StateNote icon="offline" title={t.gate.neverTitle} text={words.trouble.unreachable} announce alone />
  return (
    <StateNote icon="report" title={words.gone.title} text={words.gone.text} announce alone>
      <a class="kern-btn kern-btn--secondary kern-btn--block" href="/maengel">
        <span class="kern-label">{words.showAll}</span>
      </a>
    </StateNote>
  )
}
