// SPDX-License-Identifier: EUPL-1.2
/** The page of one report put together: its bar, its cards, the answer, and what opens over it. */

import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks'
import { navigate, usePlace } from '../../ui/router'
import { statusWord } from '../../defects/status'
import { useWords } from '../i18n'
import { Button } from '../ui/button'
import { Dialog } from '../ui/dialog'
import type { FieldError } from '../ui/errors'
import { Icon } from '../ui/icon'
import { useKeys } from '../ui/keys'
import { useTitle } from '../ui/page'
import { useRoom } from '../ui/room'
import { say } from '../ui/toasts'
import { gapsIn, lacksOf, type Draft, type Extra, type Lack } from './answer'
import { AnswerPanel, Due, useSendLabel } from './answer-panel'
import { AssignSheet } from './assign-sheet'
import { ClashNote, FlagsCard, MergedNote, ReplyNote } from './notices'
import { ForwardSheet } from './forward-sheet'
import { covered, freshFinds } from './hiding'
import { HistoryCard } from './history-card'
import { useOfficeDay } from './counts'
import { MergeDialog } from './merge-dialog'
import { addressOfReport, LIST, type Forward, type Report } from './model'
import { PhotoCard } from './photo-card'
import { PrivateCard } from './private-card'
import { ReportBar, ReportHead, type Over } from './report-head'
import { TextCard } from './text-card'
import { useReport } from './use-report'
import { useTimes } from './use-times'

const FIELDS: Record<Lack, string> = {
  status: 'answer-status',
  note: 'answer-note',
  question: 'answer-note',
  rejection: 'answer-note',
  placeholder: 'answer-note',
  reason: 'answer-reason',
  expected: 'answer-expected',
  expectedPast: 'answer-expected',
}

interface Props {
  loaded: Report
  person: string
  put(report: Report): void
}

export function ReportDesk({ loaded, person, put }: Props) {
  const { t, language } = useWords()
  const words = t.report.answer
  const place = usePlace()
  const phone = useRoom('phone')
  const desk = useReport(loaded, person, put, place.query.get('tun') === 'annehmen')
  const { report, draft, change } = desk
  const times = useTimes(useOfficeDay())
  const [over, setOver] = useState<Over | undefined>(place.query.get('tun') === 'weiterleiten' ? 'forward' : undefined)
  const [open, setOpen] = useState<{ draft: Draft; extra: Partial<Extra> }>()
  const [lacks, setLacks] = useState<Lack[]>([])
  const [refused, setRefused] = useState<FieldError[]>([])
  const [busy, setBusy] = useState(false)
  const answering = phone && place.query.has('antworten')
  const label = useSendLabel(report, draft)
  useTitle(`${report.number} ${report.title}`)

  // The heading comes after its page was opened: whoever went there by a link or by answering begins at it.
  const arrived = useRef(place.by)
  useLayoutEffect(() => {
    if (arrived.current !== 'load' && document.activeElement === document.body) document.querySelector<HTMLElement>('h1')?.focus({ preventScroll: true })
  }, [])
  const here = useRef(true)
  useEffect(() => () => void (here.current = false), [])
  // Answer and report are one page of the app and two of the phone.
  const stood = useRef(0)
  const before = useRef(answering)
  useLayoutEffect(() => {
    if (before.current === answering) return
    before.current = answering
    scrollTo({ top: answering ? 0 : stood.current, behavior: 'instant' })
    document.querySelector<HTMLElement>('h1')?.focus({ preventScroll: true })
  }, [answering])
  const restored = desk.restored
  useEffect(() => {
    if (restored) say(words.restored)
  }, [restored, words])

  const goOn = () => {
    const { next, prev } = report.neighbours
    navigate(next ?? prev ? addressOfReport(next ?? prev ?? '') : LIST)
  }
  const send = async (what: Draft, extra: Partial<Extra> = {}) => {
    if (busy) return
    setBusy(true)
    const answer = await desk.send(what, extra)
    // Whoever went on meanwhile stays there, and hears all the same if it did not arrive.
    if (!here.current) return say(words.doneQuiet(report.number, answer.ok ? statusWord(answer.data, language) : words.failed))
    setBusy(false)
    setOpen(undefined)
    if (answer.ok) {
      setOver(undefined)
      const word = statusWord(answer.data, language)
      say(what.note.trim() === '' ? words.doneQuiet(report.number, word) : words.done(report.number, word))
      return goOn()
    }
    if (answer.status === 412) {
      setOver(undefined)
      // What was written in the sheet goes on as the answer.
      if (over === 'forward') change({ note: what.note })
      return document.getElementById('clash')?.focus()
    }
    if (answer.problem?.code === 'open-finds') return setOpen({ draft: what, extra })
    setRefused([{ text: answer.unreachable ? words.unreachable : answer.status === 422 ? words.refused : words.failed }])
  }
  /** Asks once where others could still read what tells who somebody is. */
  const check = (what: Draft, extra: Partial<Extra> = {}) => {
    if (freshFinds(what, report).length > 0) setOpen({ draft: what, extra })
    else void send(what, extra)
  }
  const press = () => {
    if (phone && !answering) {
      stood.current = scrollY
      return navigate(`${addressOfReport(report.id)}?antworten`)
    }
    const found = lacksOf(draft, report, new Date())
    setLacks(found)
    setRefused([])
    if (found.length === 0) check(draft)
  }
  const toggle = async (hidden: boolean) => {
    const answer = await desk.show(hidden)
    if (!answer.ok) say(answer.unreachable ? t.publishing.unreachable : words.failed)
    else if (hidden) say(t.report.isHidden, { undo: () => void toggle(false) })
    else say(words.doneQuiet(report.number, statusWord(answer.data, language)))
  }
  const errors: FieldError[] = [
    ...lacks.map((lack) => ({ field: FIELDS[lack], text: lack === 'placeholder' ? words.missing.placeholder(gapsIn(draft.note).join(', ')) : words.missing[lack] })),
    ...refused,
  ]
  const may = (status: Report['status']) => report.transitions.some((each) => each.status === status)
  useKeys({ 'ctrl+enter': { label, run: press, group: 'here' } }, report.transitions.length > 0)
  useKeys({
    z: { label: t.report.assign, run: () => setOver('assign'), group: 'here' },
    ...(may('accepted') && { a: { label: t.defects.keys.accept, run: () => change({ status: 'accepted' }), group: 'here' as const } }),
    ...(may('forwarded') && { w: { label: t.report.forward, run: () => setOver('forward'), group: 'here' as const } }),
    ...(may('duplicate') && { d: { label: t.report.duplicate, run: () => setOver('duplicate'), group: 'here' as const } }),
    ...(report.templates.length > 0 && { t: { label: words.template, run: () => document.getElementById('answer-template')?.focus(), group: 'here' as const } }),
  })

  const never = draft.status === 'rejected' || report.status === 'withdrawn'
  const panel = (
    <AnswerPanel report={report} draft={draft} lacks={lacks} errors={errors} onChange={(part) => (setLacks([]), setRefused([]), change(part))} onForward={() => setOver('forward')} />
  )
  const main = report.transitions.length > 0 && (
    <Button kind="main" busy={busy} keys="ctrl+enter" icon={phone && !answering ? 'answer' : undefined} onPress={press}>
      {phone && !answering ? words.title : label}
    </Button>
  )
  return (
    <div class="editor-page report-page">
      <ReportBar report={report} answering={answering} onOver={setOver} onHidden={(hidden) => void toggle(hidden)} />
      <div class="editor-columns">
        <main id="inhalt" tabIndex={-1} class="editor-main report-main">
          {answering ? (
            <section class="answer-page">
              <h1 class="sr-only" tabIndex={-1}>
                {words.title}: {report.title}
              </h1>
              <Due report={report} times={times} />
              <ClashNote of={desk.clash} report={report} onSeen={desk.settled} />
              {panel}
            </section>
          ) : (
            <>
              <ReportHead report={report} heading={draft.title.trim() || report.title} times={times} phone={phone} />
              <ClashNote of={desk.clash} report={report} onSeen={desk.settled} />
              <FlagsCard report={report} onReport={(next) => desk.adopt(next, false)} />
              <ReplyNote report={report} />
              <MergedNote report={report} onReport={(next) => desk.adopt(next, true)} />
              <PhotoCard photos={report.photos} draft={draft.photos} never={never} onChange={(photos) => change({ photos })} />
              <TextCard report={report} draft={draft} never={never} onChange={change} />
              <PrivateCard report={report} onReport={(next) => desk.adopt(next, false)} />
              <HistoryCard report={report} />
            </>
          )}
        </main>
        {!phone && (
          <aside class="answer-column" aria-label={words.title}>
            <header>
              <h2>{words.title}</h2>
              <Due report={report} times={times} />
            </header>
            {panel}
            {main}
          </aside>
        )}
      </div>
      {phone && main && <footer class="editor-foot">{main}</footer>}
      {over === 'assign' && <AssignSheet rows={[report]} onClose={() => setOver(undefined)} onDone={(next) => (setOver(undefined), next && desk.adopt(next, false))} />}
      {over === 'duplicate' && <MergeDialog id={report.id} onClose={() => setOver(undefined)} onDone={() => (setOver(undefined), goOn())} />}
      {over === 'forward' && may('forwarded') && (
        <ForwardSheet
          draft={draft}
          errors={refused}
          busy={busy}
          onKeep={(note) => change({ note })}
          onClose={() => (setOver(undefined), setRefused([]))}
          onSend={(note: string, forwarded: Forward) => check({ ...draft, status: 'forwarded', note }, { forwarded })}
        />
      )}
      <Dialog
        title={words.openTitle}
        open={open !== undefined}
        onClose={() => setOpen(undefined)}
        actions={
          open && (
            <>
              <Button kind="main" onPress={() => void send(covered(open.draft), open.extra)}>
                {words.openHide}
              </Button>
              <Button onPress={() => void send(open.draft, { ...open.extra, insist: true })}>{words.openInsist}</Button>
              <Button kind="plain" onPress={() => setOpen(undefined)}>
                {words.openBack}
              </Button>
            </>
          )
        }
      >
        <p class="with-icon">
          <Icon name="hidden" />
          {open && words.openText([...new Set(freshFinds(open.draft, report).map(({ kind }) => t.report.text.kinds[kind]))].join(', '))}
        </p>
      </Dialog>
    </div>
  )
}
