// SPDX-License-Identifier: EUPL-1.2
/** Meine Meldungen: what was reported from this device, each as it is now; also what still waits for the network. */

import { useCallback, useEffect, useState } from 'preact/hooks'
import { readOwn, type OwnAnswer } from '../api/own-report'
import type { Bootstrap } from '../api/types'
import { useTexts } from '../i18n'
import { dayOf } from '../i18n/dates'
import { Page } from '../ui/frame'
import { Icon, iconNamed } from '../ui/icon'
import { Skeleton, StateNote } from '../ui/states'
import './defects.scss'
import { Elsewhere } from './elsewhere'
import { LightLine } from './light'
import { dayOfYear, lineOf } from './line'
import { forgetMine, reminderOf, useMine, type Mine } from './mine'
import { doneAddress } from './report/steps'
import { unanswered } from './own/asked'
import { useWords } from './words'

export function MinePage({ boot }: { boot: Bootstrap }) {
  return boot.defects?.mode === 'link' ? <Elsewhere boot={boot} /> : <List boot={boot} />
}

function List({ boot }: { boot: Bootstrap }) {
  const { t } = useTexts()
  const words = useWords()
  const w = words.minePage
  const list = useMine()
  return (
    <Page title={w.title} back={{ href: '/maengel/melden', label: words.report }}>
      {list === undefined ? (
        <Skeleton rows={2} label={t.gate.loading} />
      ) : list.length === 0 ? (
        <StateNote icon="report" title={w.emptyTitle} text={w.empty}>
          <a class="kern-btn kern-btn--primary kern-btn--block" href="/maengel/melden">
            <span class="kern-label">{w.report}</span>
          </a>
          <p>
            <a class="tall" href="/maengel">
              {w.all}
            </a>
          </p>
        </StateNote>
      ) : (
        <>
          <p class="lead muted">{w.lead}</p>
          <ul class="card rows" role="list">
            {list.map((mine) => (mine.state === 'sent' ? <Sent key={mine.id} mine={mine} boot={boot} /> : <NotSent key={mine.id} mine={mine} lang={boot.tenant.language} />))}
          </ul>
        </>
      )}
    </Page>
  )
}

/** As it is now, by its key; until the answer is there, what this device knows. */
function Sent({ mine, boot }: { mine: Mine; boot: Bootstrap }) {
  const { language } = useTexts()
  const words = useWords()
  const w = words.minePage
  const [answer, setAnswer] = useState<OwnAnswer>()
  const { id, secret } = mine
  const ask = useCallback(() => void readOwn(id, secret).then(setAnswer), [id, secret])
  useEffect(() => {
    ask()
    const back = (): void => void (document.visibilityState === 'visible' && ask())
    document.addEventListener('visibilitychange', back)
    return () => document.removeEventListener('visibilitychange', back)
  }, [ask])
  const lang = boot.tenant.language
  const head = (title: string, place: string | null) => (
    <>
      <h2 lang={lang}>
        <a href={`/maengel/${id}`}>{title}</a>
      </h2>
      <p class="meta">
        {mine.number} {place && <span lang={lang}>· {place}</span>}
      </p>
    </>
  )
  if (answer?.kind === 'gone')
    return (
      <li class="report-row">
        <article>
          <div class="report-words">
            <h2 lang={lang}>{mine.category.name}</h2>
            <p class="meta">{mine.number}</p>
            <p class="report-line">
              {w.gone}.{' '}
              <button type="button" class="link-button" onClick={() => void forgetMine(id)}>
                {w.release}
              </button>
            </p>
          </div>
        </article>
      </li>
    )
  const report = answer?.kind === 'done' ? answer.report : undefined
  const line = report && lineOf(report, dayOf(new Date()), words.line, language)
  return (
    <li class="report-row">
      <article>
        <div class="report-words">
          {report ? head(report.title, report.place ?? report.address) : head(mine.category.name, mine.place)}
          {report && <LightLine of={report} />}
          {report && unanswered(report) ? (
            <p class="report-line">
              <strong>{w.reply}</strong>
            </p>
          ) : (
            line && (
              <p class="report-line" lang={line.own ? lang : undefined}>
                {line.text}
              </p>
            )
          )}
          {answer !== undefined && answer.kind !== 'done' && <p class="report-line">{w.unknown}</p>}
        </div>
        <Icon name="chev" size={20} class="row-arrow" />
      </article>
    </li>
  )
}

function NotSent({ mine, lang }: { mine: Mine; lang: string }) {
  const { language } = useTexts()
  const w = useWords().minePage
  return (
    <li class="report-row">
      <article>
        <div class="report-words">
          <h2 lang={lang}>
            <a href={doneAddress(mine.id)}>{mine.category.name}</a>
          </h2>
          {mine.place !== null && (
            <p class="meta" lang={lang}>
              {mine.place}
            </p>
          )}
          <p class="light-line">
            <Icon name={mine.state === 'refused' ? 'warn' : 'clock'} />
            <span>{mine.state === 'refused' ? w.refused : w.waiting}</span>
          </p>
          <p class="report-line">
            {w.queuedHint(dayOfYear(dayOf(new Date(mine.created)), language))} · {w.reminder(reminderOf(mine.id))}
          </p>
        </div>
        <Icon name={iconNamed(mine.category.icon)} />
      </article>
    </li>
  )
}
