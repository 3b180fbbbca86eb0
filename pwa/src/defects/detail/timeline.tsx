// SPDX-License-Identifier: EUPL-1.2
/** The history of a report, newest first: light, word, moment, and what was said to it. */

import type { Defect, OwnReport } from '../../api/types'
import { useTexts } from '../../i18n'
import { clock, weekday } from '../../i18n/dates'
import { Icon, type IconName } from '../../ui/icon'
import { Light } from '../light'
import { Masked } from '../mask'
import { reasonWord, statusWord } from '../status'
import { useWords } from '../words'

type Entry = Defect['history'][number] | OwnReport['history'][number]

const ICONS: Partial<Record<string, IconName>> = { reply: 'user', photo: 'image' }

export function Timeline({ of, lang }: { of: { history: readonly Entry[] }; lang: string }) {
  const words = useWords()
  if (of.history.length === 0) return null
  return (
    <section class="timeline">
      <h2>{words.history}</h2>
      <ol role="list">
        {of.history
          .map((entry, at) => <Step key={`${entry.at} ${at}`} entry={entry} reopened={isReopened(of.history.slice(0, at), entry)} lang={lang} />)
          .reverse()}
      </ol>
    </section>
  )
}

/** What was at its end and goes on. */
export function isReopened(before: readonly Pick<Entry, 'status'>[], entry: Pick<Entry, 'status'>): boolean {
  const [last] = before.flatMap(({ status }) => status ?? []).slice(-1)
  return entry.status === 'in_progress' && (last === 'resolved' || last === 'closed_unresolved')
}

function Step({ entry, reopened, lang }: { entry: Entry; reopened: boolean; lang: string }) {
  const { language } = useTexts()
  const words = useWords()
  const moment = new Date(entry.at)
  const own = 'kind' in entry ? entry : undefined
  return (
    <li>
      {entry.status !== null && entry.light !== null ? (
        <Light name={entry.light} size={26} />
      ) : (
        <span class="timeline-sign">
          <Icon name={ICONS[own?.kind ?? ''] ?? 'info'} size={17} />
        </span>
      )}
      <div>
        <h3>{reopened ? words.reopened : entry.status !== null ? statusWord({ status: entry.status, forwarded_to: entry.forwarded_to }, language) : words.entry(own?.kind ?? 'note', own?.mine ?? false)}</h3>
        <p class="meta">
          {weekday(moment, new Date(), language)}, {clock(moment, language)}
          {own && !own.public && ` · ${words.onlyYou}`}
        </p>
        {entry.reason !== null && <p>{reasonWord(entry.reason, language)}</p>}
        {entry.note && (
          <p class="timeline-note" lang={own?.mine ? undefined : lang}>
            <Masked text={entry.note} />
          </p>
        )}
      </div>
    </li>
  )
}
