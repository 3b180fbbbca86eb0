// SPDX-License-Identifier: EUPL-1.2
/** What stands above a report before anything else: somebody was faster, somebody objects, the reporter has answered. */

import { useEffect, useRef } from 'preact/hooks'
import { matching, staff } from '../../api/staff'
import { statusWord } from '../../defects/status'
import { momentWords } from '../compose/moments'
import { useWords } from '../i18n'
import { Button } from '../ui/button'
import { Icon } from '../ui/icon'
import { say } from '../ui/toasts'
import { addressOfReport, type Entry, type Report } from './model'

/** Nothing is overwritten and nothing lost: what others did, then one's own words as they were. */
export function ClashNote({ of, report, onSeen }: { of: Entry | null | undefined; report: Report; onSeen(): void }) {
  const { t, language } = useWords()
  const words = t.report.conflict
  const box = useRef<HTMLDivElement>(null)
  const there = of !== undefined
  useEffect(() => {
    if (there) box.current?.focus()
  }, [there])
  if (of === undefined) return null
  return (
    <div class="notice-card is-waiting" id="clash" ref={box} tabIndex={-1} role="group" aria-labelledby="clash-title">
      <h2 id="clash-title">
        <Icon name="split" />
        {words.title(of?.by ?? words.somebody)}
      </h2>
      <p>{words.text(statusWord(report, language))}</p>
      {of?.text && <p>{words.theirs(of.text)}</p>}
      <p>{words.ask}</p>
      <Button small onPress={onSeen}>
        {words.seen}
      </Button>
    </div>
  )
}

export function ReplyNote({ report }: { report: Report }) {
  const { t, language } = useWords()
  const words = t.report
  if (!report.reply) return null
  const reply = [...report.history].reverse().find(({ kind }) => kind === 'reply')
  const question = [...report.history].reverse().find(({ kind }) => kind === 'question')
  if (reply === undefined) return null
  return (
    <section class="notice-card is-reply">
      <h2>
        <Icon name="answer" />
        {words.replied}
        <span class="muted">{momentWords(new Date(reply.at), new Date(), language)}</span>
      </h2>
      <blockquote>{reply.text}</blockquote>
      {question?.text && <p class="muted">{words.asked(question.text)}</p>}
    </section>
  )
}

export function FlagsCard({ report, onReport }: { report: Report; onReport(report: Report): void }) {
  const { t, language } = useWords()
  const words = t.report.flags
  const flags = report.open_flags
  if (flags.length === 0) return null
  const dismiss = async () => {
    const answer = await staff.POST('/api/v1/staff/defects/{report_id}/flags/dismissal', { params: { path: { report_id: report.id } } })
    if (!answer.ok) return say(answer.unreachable ? t.publishing.unreachable : t.publishing.failed)
    onReport(answer.data)
    say(words.dismissed)
  }
  return (
    <section class="notice-card is-red">
      <h2>
        <Icon name="flag" />
        {words.title(flags.length)}
      </h2>
      <ul role="list">
        {flags.map(({ id, reason, text, at }) => (
          <li key={id}>
            <strong>{words.reasons[reason]}</strong>
            {text !== '' && `: ${text}`} <span class="muted">{momentWords(new Date(at), new Date(), language)}</span>
          </li>
        ))}
      </ul>
      <p class="notice-foot">
        {words.help}
        <Button small onPress={() => void dismiss()}>
          {words.dismiss}
        </Button>
      </p>
    </section>
  )
}

/** Which other reports it runs together with, and the way to part them. */
export function MergedNote({ report, onReport }: { report: Report; onReport(report: Report): void }) {
  const { t } = useWords()
  const words = t.report.answer
  const { master, merged } = report
  const part = async () => {
    const answer = await staff.POST('/api/v1/staff/defects/{report_id}/parting', { params: { path: { report_id: report.id }, header: matching(report.version) } })
    if (!answer.ok) return say(answer.unreachable ? t.publishing.unreachable : t.publishing.failed)
    onReport(answer.data)
    say(words.parted)
  }
  if (master === null && merged.length === 0) return null
  return (
    <section class="notice-card">
      {master !== null && (
        <>
          <h2>
            <Icon name="copy" />
            <a href={addressOfReport(master.id)}>{words.repeats(master.number)}</a>
          </h2>
          <p class="notice-foot">
            {words.repeatsText}
            <Button small onPress={() => void part()}>
              {words.parting}
            </Button>
          </p>
        </>
      )}
      {merged.length > 0 && (
        <p>
          {words.merged}{' '}
          {merged.map(({ id, number }) => (
            <a key={id} class="merged-link" href={addressOfReport(id)}>
              {number}
            </a>
          ))}
        </p>
      )}
    </section>
  )
}
