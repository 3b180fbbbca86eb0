// SPDX-License-Identifier: EUPL-1.2
/** One report of the inbox: what is due, what it is about, where it stands, who looks after it. */

import { Light } from '../../defects/light'
import { statusWord } from '../../defects/status'
import { useWords } from '../i18n'
import { Avatar } from '../ui/avatar'
import { Icon } from '../ui/icon'
import { RowPicture } from '../ui/rows'
import { iconNamed } from '../../ui/icon'
import { addressOfReport, thumbOf, type ReportRow } from './model'
import { urgencyOf, type Times } from './use-times'

export function StandBadge({ of }: { of: Pick<ReportRow, 'status' | 'light'> }) {
  const { language } = useWords()
  return (
    <span class={`badge stand light-${of.light}`}>
      <Light name={of.light} size={18} />
      {statusWord(of, language)}
    </span>
  )
}

/** Both lines of what is due; in one line they are a sentence. */
export function useDue(times: Times): (row: ReportRow) => [string, string] {
  const { t } = useWords()
  const words = t.defects
  return (row) => {
    const urgency = urgencyOf(row)
    if (urgency === 'reply') return [words.reply, words.replyTo]
    if (urgency === 'still') return [words.still, words.since(times.when(row.received_at))]
    const span = times.span(row.remaining_minutes ?? 0)
    const until = row.due_at ?? row.received_at
    // Before the office opens nothing of its time is lost yet.
    return urgency === 'late' ? [row.remaining_minutes === 0 ? words.lateNow : span, words.lateSince(times.lately(until))] : [span, times.when(until)]
  }
}

interface Props {
  row: ReportRow
  times: Times
  marked: boolean
  /** Somebody is choosing several. */
  marking: boolean
  onMark(): void
}

export function InboxRow({ row, times, marked, marking, onMark }: Props) {
  const { t } = useWords()
  const words = t.defects
  const [first, second] = useDue(times)(row)
  const urgency = urgencyOf(row)
  const { title, place, excerpt, supports, possible_duplicate: double, assignee, flags } = row
  const short = urgency === 'late' ? (row.remaining_minutes === 0 ? first : words.late(first)) : urgency === 'reply' || urgency === 'still' ? first : words.left(first)
  return (
    <li class={`row report-row${marked ? ' marked' : ''}`} data-report={row.id}>
      {marking && (
        <label class="report-mark">
          <input type="checkbox" class="sr-only" checked={marked} aria-label={words.mark(title)} onChange={onMark} />
          <span class="toggle-face" aria-hidden="true">
            <Icon name="check" size={16} />
          </span>
        </label>
      )}
      <p class={`report-due is-${urgency}`}>
        <strong>{first}</strong>
        <span>{second}</span>
      </p>
      <RowPicture picture={thumbOf(row)} icon={iconNamed(row.category.icon)} />
      <div class="row-words">
        <h3>
          <a class="row-link" href={addressOfReport(row.id)}>
            {title}
          </a>
          <span class="report-place">
            <span aria-hidden="true"> · </span>
            {place || words.noPlace}
          </span>
        </h3>
        <p class="row-line report-line">
          {flags > 0 ? (
            <strong class="report-flag">
              <Icon name="flag" size={16} />
              {words.flagged(flags)}
            </strong>
          ) : double !== null ? (
            <>
              <Icon name="copy" size={16} />
              {words.maybeDouble(double.number, double.distance)}
            </>
          ) : (
            <>
              <span class="report-excerpt">{row.reply ? words.quoted(excerpt) : excerpt}</span>
              {supports > 0 && <span class="report-more">{words.more(supports)}</span>}
            </>
          )}
        </p>
        <p class={`report-short is-${urgency}`}>{short}</p>
      </div>
      <StandBadge of={row} />
      <span class="report-who" title={assignee === null ? words.nobody : words.by(assignee.name)}>
        {assignee === null ? <span class="avatar small ground-none" aria-hidden="true" /> : <Avatar small name={assignee.name} />}
        <span class="sr-only">{assignee === null ? words.nobody : words.by(assignee.name)}</span>
      </span>
      <Icon name="chev" class="row-chevron" />
    </li>
  )
}
