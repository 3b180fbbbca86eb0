// SPDX-License-Identifier: EUPL-1.2
/** The answer: new state, template, words, and who will hear of it. Every step that is not allowed is not there. */

import { useId } from 'preact/hooks'
import { Light } from '../../defects/light'
import { LIGHTS, reasonWord, REASONS, statusWord, type DefectStatus } from '../../defects/status'
import { useWords } from '../i18n'
import { ErrorSummary, type FieldError } from '../ui/errors'
import { Select, TextField } from '../ui/fields'
import { Icon } from '../ui/icon'
import { say } from '../ui/toasts'
import { DAY, dayWordsOf, gapsIn, onlyShows, ownWords, refilled, takesDay, withTemplate, type Draft, type Lack } from './answer'
import { MarkedArea } from './marked-area'
import type { Report } from './model'
import { Told } from './told'
import { urgencyOf, type Times } from './use-times'

/** In the order of the tiles; what leaves the house stands in the bar above the page. */
const TILES: DefectStatus[] = ['accepted', 'in_progress', 'scheduled', 'question', 'resolved', 'closed_unresolved']
const ASKS_MORE: DefectStatus[] = ['scheduled', 'question', 'closed_unresolved']

interface Props {
  report: Report
  draft: Draft
  lacks: Lack[]
  errors: FieldError[]
  onChange(part: Partial<Draft>): void
  /** The chosen template belongs to forwarding. */
  onForward(): void
}

export function Due({ report, times }: { report: Report; times: Times }) {
  const { t } = useWords()
  const words = t.report.answer
  const urgency = urgencyOf(report)
  if (report.due_at === null || report.remaining_minutes === null || urgency === 'still') return null
  const [when, left] = [times.when(report.due_at), report.remaining_minutes]
  const span = times.span(left)
  return (
    <p class={`due-line is-${urgency}`}>
      <Icon name="clock" />
      {urgency === 'late' ? words.overdue(left === 0 ? null : span, when) : words.due(when, span)}
    </p>
  )
}

export function AnswerPanel({ report, draft, lacks, errors, onChange, onForward }: Props) {
  const { t, language } = useWords()
  const words = t.report.answer
  const allowed = report.transitions.map(({ status }) => status)
  const tiles = TILES.filter((status) => allowed.includes(status))
  const day = dayWordsOf(draft.expected, new Date())
  const rejecting = draft.status === 'rejected'
  const asking = draft.status === 'question'
  const fault = (...those: Lack[]) => {
    const lack = those.find((each) => lacks.includes(each))
    if (lack === undefined) return undefined
    return lack === 'placeholder' ? words.missing.placeholder(gapsIn(draft.note).join(', ')) : words.missing[lack]
  }
  const typeDay = (expected: string) => onChange({ expected, note: refilled(draft.note, DAY, day, dayWordsOf(expected, new Date())) })
  const [label, help] = rejecting ? [words.rejection, words.rejectionHelp] : asking ? [words.question, words.questionHelp] : [words.note, words.noteHelp]
  if (allowed.length === 0) return <p class="muted">{words.closed}</p>
  return (
    <>
      <ErrorSummary items={errors} />
      {rejecting ? (
        <p class="rejecting">
          <Light name="mixed" size={18} />
          <strong>{words.rejecting}</strong>
          <button type="button" class="link" onClick={() => onChange({ status: undefined })}>
            {words.notRejecting}
          </button>
        </p>
      ) : (
        <StatusTiles
          tiles={tiles}
          chosen={draft.status}
          error={fault('status')}
          word={(status) => (status === 'closed_unresolved' ? words.closing : statusWord({ status }, language))}
          onChoose={(status) => onChange({ status })}
        />
      )}
      {!rejecting && allowed.includes('rejected') && (
        <button type="button" class="link" onClick={() => onChange({ status: 'rejected', template: '' })}>
          {words.reject}
        </button>
      )}
      {report.templates.length > 0 && !rejecting && (
        <Select
          id="answer-template"
          label={words.template}
          value={draft.template}
          options={[{ value: '', label: words.noTemplate }, ...report.templates.map(({ title }) => ({ value: title, label: title }))]}
          onInput={(title) => {
            const template = report.templates.find((each) => each.title === title)
            if (template === undefined) return onChange({ template: '' })
            const next = withTemplate(draft, template, allowed.filter((status) => status !== 'forwarded' && status !== 'duplicate'))
            onChange({ ...next, note: refilled(next.note, DAY, undefined, day) })
            const { note, status, template: last } = draft
            if (ownWords(draft, report.templates, day)) say(words.replaced, { undo: () => onChange({ note, status, template: last }) })
            if (template.status === 'forwarded') onForward()
          }}
        />
      )}
      {draft.status === 'closed_unresolved' && (
        <fieldset class="reasons" id="answer-reason">
          <legend>{words.reason}</legend>
          {fault('reason') && <FieldFault text={fault('reason')} />}
          {REASONS.map((reason) => (
            <label key={reason} class="choice-row">
              <input type="radio" name="reason" checked={draft.reason === reason} onChange={() => onChange({ reason })} />
              {reasonWord(reason, language)}
            </label>
          ))}
        </fieldset>
      )}
      {(draft.status === 'scheduled' || (takesDay(draft.status) && (draft.note.includes(DAY) || draft.expected !== ''))) && (
        <TextField
          id="answer-expected"
          label={words.expected}
          optional={draft.status !== 'scheduled'}
          value={draft.expected}
          help={day ?? words.expectedHint}
          error={fault('expected', 'expectedPast')}
          onInput={typeDay}
        />
      )}
      <MarkedArea
        id="answer-note"
        label={label}
        help={help}
        optional={draft.status !== undefined && !needsNote(report, draft.status)}
        value={draft.note}
        own={day === undefined ? [] : [day]}
        error={fault('note', 'question', 'rejection', 'placeholder')}
        onInput={(note) => onChange({ note })}
      />
      <Told report={report} draft={draft} />
    </>
  )
}

function needsNote(report: Report, status: DefectStatus): boolean {
  return report.transitions.find((each) => each.status === status)?.needs.includes('note') ?? false
}

function FieldFault({ text }: { text: string | undefined }) {
  return (
    <p class="field-error">
      <Icon name="alert" size={18} />
      {text}
    </p>
  )
}

interface TilesProps {
  tiles: DefectStatus[]
  chosen: DefectStatus | undefined
  error: string | undefined
  word(status: DefectStatus): string
  onChoose(status: DefectStatus): void
}

function StatusTiles({ tiles, chosen, error, word, onChoose }: TilesProps) {
  const { t } = useWords()
  const words = t.report.answer
  const id = useId()
  return (
    <fieldset class={`stand-tiles${error ? ' wrong' : ''}`} id="answer-status">
      <legend>{words.status}</legend>
      {error && <FieldFault text={error} />}
      <div class="tiles">
        {tiles.map((status) => (
          <label key={status}>
            <input type="radio" class="sr-only" name={id} checked={status === chosen} onChange={() => onChoose(status)} />
            <span class="tile-face">
              <Light name={LIGHTS[status]} size={18} />
              {ASKS_MORE.includes(status) ? words.more(word(status)) : word(status)}
            </span>
          </label>
        ))}
      </div>
    </fieldset>
  )
}

/** What the one filled button says: the deed. */
export function useSendLabel(report: Report, draft: Draft): string {
  const { t } = useWords()
  const words = t.report.answer.send
  if (draft.status === 'rejected') return words.reject
  if (draft.status === 'question') return words.question
  if (onlyShows(draft, report)) return words.change
  const fresh = report.published_at === null
  if (fresh) return draft.note.trim() === '' && draft.status === 'accepted' ? words.publishOnly : words.publish
  return draft.note.trim() === '' ? words.save : words.answer
}

