// SPDX-License-Identifier: EUPL-1.2
/** Above a report: the way back, to its neighbours and to what else can be done; then what it is and where. */

import { useMemo, useState } from 'preact/hooks'
import { goUp } from '../../ui/router'
import { momentWords } from '../compose/moments'
import { useWords } from '../i18n'
import { Button } from '../ui/button'
import { Icon } from '../ui/icon'
import { useKeys } from '../ui/keys'
import { MoreMenu, type MenuItem } from '../ui/menu'
import { useRoom } from '../ui/room'
import { Sheet } from '../ui/sheet'
import { navigate } from '../../ui/router'
import { Due } from './answer-panel'
import { StandBadge } from './inbox-row'
import { addressOfReport, LIST, type Report } from './model'
import { pin, ReportMap } from './report-map'
import type { Times } from './use-times'

/** What lies over the page. */
export type Over = 'assign' | 'forward' | 'duplicate'

interface BarProps {
  report: Report
  /** A phone shows the answer instead of the report. */
  answering: boolean
  onOver(over: Over): void
  /** Takes a public report from residents, or gives it back. */
  onHidden(hidden: boolean): void
}

export function ReportBar({ report, answering, onOver, onHidden }: BarProps) {
  const { t } = useWords()
  const words = t.report
  const phone = useRoom('phone')
  const { prev, next, position, total } = report.neighbours
  const may = (status: Report['status']) => report.transitions.some((each) => each.status === status)
  const back = answering ? addressOfReport(report.id) : LIST
  const deeds: (MenuItem & { key: string; onSelect(): void })[] = [
    ...(may('duplicate') ? [{ key: 'd', label: words.duplicate, icon: 'copy' as const, onSelect: () => onOver('duplicate') }] : []),
    ...(may('forwarded') ? [{ key: 'w', label: words.forward, icon: 'forward' as const, onSelect: () => onOver('forward') }] : []),
    { key: 'z', label: words.assign, icon: 'invite' as const, onSelect: () => onOver('assign') },
  ]
  const decided = report.published_at !== null && report.status !== 'rejected' && report.status !== 'withdrawn'
  const more: MenuItem[] = [
    ...(phone ? deeds : []), ...(decided && !report.hidden ? [{ label: words.publicView, icon: 'eye' as const, href: `/maengel/${report.id}` }] : []),
    ...(decided ? [{ label: report.hidden ? words.unhide : words.hide, icon: report.hidden ? ('eye' as const) : ('hidden' as const), onSelect: () => onHidden(!report.hidden) }] : []),
  ]
  const step = (to: string | null) => to !== null && navigate(addressOfReport(to))
  useKeys({
    j: { label: words.next, run: () => void step(next), group: 'here' },
    k: { label: words.previous, run: () => void step(prev), group: 'here' },
  })
  return (
    <section class="editor-bar report-bar" aria-label={report.number}>
      <a
        class="editor-back"
        href={back}
        aria-label={phone ? t.shell.back(answering ? report.title : words.back) : undefined}
        onClick={(event) => {
          if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return
          event.preventDefault()
          goUp(back)
        }}
      >
        <Icon name="back" />
        {!phone && <span>{words.back}</span>}
      </a>
      {answering ? (
        <strong>{words.answer.title}</strong>
      ) : (
        <>
          {phone && position !== null && <strong class="report-position">{words.position(position, total)}</strong>}
          {phone && <span class="editor-gap" />}
          <Neighbour to={prev} label={words.previous} icon="up" />
          <Neighbour to={next} label={words.next} icon="down" />
          {!phone && position !== null && <span class="muted report-position">{words.position(position, total)}</span>}
        </>
      )}
      {!phone && (
        <>
          <span class="editor-gap" />
          {deeds.map(({ key, label, icon, onSelect }) => (
            <Button key={key} kind="plain" icon={icon} keys={key} onPress={onSelect}>
              {label}
            </Button>
          ))}
        </>
      )}
      {!answering && <MoreMenu items={more} />}
    </section>
  )
}

function Neighbour({ to, label, icon }: { to: string | null; label: string; icon: 'up' | 'down' }) {
  if (to === null)
    return (
      <span class="icon-button no-way" aria-hidden="true">
        <Icon name={icon} />
      </span>
    )
  return (
    <a class="icon-button" href={addressOfReport(to)} aria-label={label} title={label}>
      <Icon name={icon} />
    </a>
  )
}

export function ReportHead({ report, heading, times, phone }: { report: Report; heading: string; times: Times; phone: boolean }) {
  const { t, language } = useWords()
  const words = t.report
  const [looking, setLooking] = useState(false)
  const { id, title, lat, lon } = report
  const points = useMemo(() => (lat === null || lon === null ? undefined : [{ id, lat, lon, label: title, html: pin('', 'later') }]), [id, lat, lon, title])
  const facts = [report.number, report.place, words.received(momentWords(new Date(report.received_at), new Date(), language))]
  return (
    <header class="report-head">
      <h1 tabIndex={-1}>{heading}</h1>
      <StandBadge of={report} />
      <p class="muted">
        {facts.filter(Boolean).join(' · ')}{' '}
        {points ? (
          <button type="button" class="link" onClick={() => setLooking(true)}>
            {words.onMap}
          </button>
        ) : (
          <span>({words.described})</span>
        )}
      </p>
      {phone && <Due report={report} times={times} />}
      {report.hidden && (
        <p class="report-hidden">
          <Icon name="hidden" size={18} />
          {words.isHidden}
        </p>
      )}
      {report.assignee && <p class="muted report-assignee">{t.defects.by(report.assignee.name)}</p>}
      <Sheet title={report.place || report.title} open={looking} onClose={() => setLooking(false)}>
        {points && <ReportMap points={points} />}
        <p class="muted">{report.lat !== null && report.lon !== null && `${report.lat.toFixed(5)}, ${report.lon.toFixed(5)}`}</p>
      </Sheet>
    </header>
  )
}
