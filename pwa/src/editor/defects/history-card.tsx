// SPDX-License-Identifier: EUPL-1.2
/** Everything that happened with a report, the oldest first; what only some read says so. */

import { reasonWord, statusWord } from '../../defects/status'
import { momentWords } from '../compose/moments'
import { useWords } from '../i18n'
import { Icon, type IconName } from '../ui/icon'
import type { Entry, Report } from './model'

const ICONS: Record<Entry['kind'], IconName> = {
  status: 'check',
  question: 'info',
  reply: 'mail',
  note: 'lock',
  photo: 'camera',
  assignment: 'user',
  text: 'write',
}

export function HistoryCard({ report }: { report: Report }) {
  const { t, language } = useWords()
  const words = t.report.history
  const when = (iso: string) => momentWords(new Date(iso), new Date(), language)
  const title = ({ kind, status, details }: Entry): string => {
    if (kind === 'status' && status !== null)
      return status === 'received' ? words.received(report.photos.filter(({ by }) => by === 'reporter').length) : statusWord({ status, forwarded_to: text(details['forwarded_to']) }, language)
    if (kind === 'assignment') return text(details['name']) === null ? words.unassigned : words.assignment(text(details['name']) ?? '')
    if (kind === 'text') return details['hidden'] === true ? words.hidden : details['hidden'] === false ? words.shown : words.text
    return kind === 'question' ? words.question : kind === 'reply' ? words.reply : kind === 'photo' ? words.photo : words.note
  }
  const entries = report.history.filter(({ kind }) => kind !== 'note')
  return (
    <section class="card history-card">
      <header>
        <h2>{words.title}</h2>
        {report.published_at !== null && !report.hidden && (
          <a href={`/maengel/${report.id}`} target="_blank" rel="noopener">
            {t.report.publicView}
          </a>
        )}
      </header>
      <ol class="happened">
        {entries.map((entry) => (
          <li key={entry.id}>
            <span class="happened-sign">
              <Icon name={entry.status === 'received' ? 'inbox' : ICONS[entry.kind]} size={18} />
            </span>
            <div>
              <p>
                {title(entry)}
                {entry.audience !== 'public' && entry.kind !== 'assignment' && entry.status !== 'received' && (
                  <span class="muted"> · {entry.audience === 'own' ? words.own : words.internal}</span>
                )}
              </p>
              {(entry.text || entry.reason) && (
                <p class="muted">{[entry.reason && reasonWord(entry.reason, language), entry.text].filter(Boolean).join(': ')}</p>
              )}
              {entry.by && <p class="muted">{entry.by}</p>}
            </div>
            <time class="muted" dateTime={entry.at}>
              {when(entry.at)}
            </time>
          </li>
        ))}
        {report.supports > 0 && (
          <li>
            <span class="happened-sign">
              <Icon name="people" size={18} />
            </span>
            <p>{words.supports(report.supports)}</p>
          </li>
        )}
      </ol>
    </section>
  )
}

function text(value: unknown): string | null {
  return typeof value === 'string' ? value : null
}
