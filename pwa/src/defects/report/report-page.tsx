// SPDX-License-Identifier: EUPL-1.2
/** /maengel/melden: the four steps of a report and what becomes of it, by the address; the draft survives everything. */

import { useEffect, useRef, useState } from 'preact/hooks'
import type { Bootstrap, DefectArea, DefectCategory, DefectPoint } from '../../api/types'
import { useTexts } from '../../i18n'
import { useCached } from '../../offline/cached'
import { Page } from '../../ui/frame'
import { navigate, usePlace } from '../../ui/router'
import { Skeleton } from '../../ui/states'
import { Elsewhere } from '../elsewhere'
import { rememberMine, useMine } from '../mine'
import { CategoryStep } from './category-step'
import { CheckStep, type Sending } from './check-step'
import { DonePage } from './done-page'
import { dropShared, readShared, useDraft, type Drafting } from './draft'
import { PhotoStep } from './photo-step'
import { useAdding, type Adding } from './photos'
import { PlaceStep } from './place-step'
import { queue, reportOf, send, sendUnkept } from './queue'
import './report.scss'
import { addressOf, doneAddress, stepFor } from './steps'
import { useReportWords } from './words'

export function ReportPage({ boot }: { boot: Bootstrap }) {
  const { t } = useTexts()
  const words = useReportWords()
  const { query } = usePlace()
  const drafting = useDraft()
  const sent = query.get('gesendet')
  if (boot.defects?.mode === 'link') return <Elsewhere boot={boot} />
  if (drafting === undefined)
    return (
      <Page title={words.title}>
        <Skeleton label={t.gate.loading} />
      </Page>
    )
  if (sent !== null) return <DonePage key={sent} boot={boot} id={sent} onTakenBack={() => void drafting.reread()} />
  return <Steps boot={boot} drafting={drafting} />
}

function Steps({ boot, drafting }: { boot: Bootstrap; drafting: Drafting }) {
  const { query } = usePlace()
  const { draft, drop } = drafting
  const categories = useCached<DefectCategory[]>('defect-categories', '/api/v1/defects/categories')
  const area = useCached<DefectArea>('defect-area', '/api/v1/defects/area')
  const points = useCached<DefectPoint[]>('defect-points', '/api/v1/defects/points')
  const [sending, setSending] = useState<Sending>('idle')
  const category = categories.data?.find(({ code }) => code === draft.category?.code)
  const step = stepFor(query.get('schritt'), draft)
  const adding = useShared(drafting, query.has('geteilt'))

  // Sent here or in another window: there is nothing to go on writing.
  const gone = useMine()?.find(({ id, state }) => id === draft.id && state !== 'refused')
  useEffect(() => {
    if (gone === undefined) return
    navigate(doneAddress(gone.id), { replace: true })
    void drop()
  }, [gone, drop])

  const submit = async (website: string): Promise<void> => {
    setSending('busy')
    const report = reportOf(draft, category?.questions ?? draft.category?.questions ?? [], website, Date.now())
    try {
      await queue(draft, report)
      void send()
      return
    } catch {
      // Nothing can be kept here: it goes from this page, or stays on it.
    }
    const answer = await sendUnkept(draft, report)
    if (answer.kind !== 'done') return setSending(answer.kind === 'later' ? 'unkept' : 'refused')
    const { number, due_on } = answer.receipt
    await rememberMine({ id: draft.id, secret: draft.secret, number, category: draft.category ?? { code: '', name: '', icon: '' }, place: draft.address || null, created: Date.now(), state: 'sent', due_on }).catch(() => undefined)
    location.assign(`/maengel/${draft.id}#${draft.secret}`)
  }

  if (step === 'place') return <PlaceStep boot={boot} drafting={drafting} category={category} area={area} points={points} proposed={query.has('foto')} />
  if (step === 'photo') return <PhotoStep boot={boot} drafting={drafting} category={category} />
  if (step === 'check') return <CheckStep boot={boot} drafting={drafting} sending={sending} onSend={(website) => void submit(website)} />
  return <CategoryStep boot={boot} drafting={drafting} categories={categories} adding={adding} />
}

/** Photos that another app has handed over begin a report, or come to the one that was begun. */
function useShared(drafting: Drafting, shared: boolean): Adding {
  const adding = useAdding(drafting)
  const { add } = adding
  const taken = useRef(false)
  useEffect(() => {
    if (!shared || taken.current) return
    taken.current = true
    // Not before the draft has them: whoever is interrupted here finds them at the same address.
    void (async () => {
      await add(await readShared())
      await dropShared()
      navigate(addressOf('category'), { replace: true })
    })()
  }, [shared, add])
  return adding
}
