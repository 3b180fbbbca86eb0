// SPDX-License-Identifier: EUPL-1.2
/** Two reports of the same thing become one: the older leads, everybody hears of it, and it can be taken back. */

import { useEffect, useState } from 'preact/hooks'
import { matching, staff } from '../../api/staff'
import { momentWords } from '../compose/moments'
import { useWords } from '../i18n'
import { Button } from '../ui/button'
import { Dialog } from '../ui/dialog'
import { TextField } from '../ui/fields'
import { Gate } from '../ui/gate'
import { Icon } from '../ui/icon'
import { useLoad } from '../ui/load'
import { say } from '../ui/toasts'
import { StandBadge } from './inbox-row'
import { AS_IT_IS, sourceOf, type Near, type Report, type ReportRow } from './model'

interface Props {
  id: string
  onDone(): void
  onClose(): void
}

/** One of both as the dialog shows it. */
type Side = Omit<Near, 'distance'> & { distance: number | null }

function sideOf(row: ReportRow, text: string): Side {
  return { ...row, excerpt: text, people: row.supports + 1, distance: null }
}

export function MergeDialog({ id, onDone, onClose }: Props) {
  const { t } = useWords()
  const loaded = useLoad<Report>(`defect ${id}`, () => staff.GET('/api/v1/staff/defects/{report_id}', { params: { path: { report_id: id } } }))
  return (
    <Dialog wide open title={t.report.merging.title} onClose={onClose}>
      <Gate of={loaded}>{(report) => <Pair report={report} onMoved={() => void loaded.reload()} onDone={onDone} onClose={onClose} />}</Gate>
    </Dialog>
  )
}

function Pair({ report, onMoved, onDone, onClose }: { report: Report; onMoved(): void; onDone(): void; onClose(): void }) {
  const { t } = useWords()
  const words = t.report.merging
  const [picked, setOther] = useState<Side | undefined>(report.duplicates[0])
  // As it is now: reading again after somebody changed it brings the version that can be merged.
  const other = report.duplicates.find(({ id }) => id === picked?.id) ?? picked
  const [leads, setLeads] = useState<string>()
  const [busy, setBusy] = useState(false)
  const ready = other !== undefined
  useEffect(() => {
    // The dialog was open before there was anything to choose.
    if (ready) document.querySelector<HTMLElement>('.merge-side [data-first]')?.focus()
  }, [ready])
  if (other === undefined) return <Finder report={report} onFound={setOther} />
  const own = sideOf(report, report.text)
  const older = other.received_at < own.received_at ? other : own
  const leader = [own, other].find(({ id }) => id === leads) ?? older
  const follower = leader.id === own.id ? other : own
  const merge = async () => {
    if (busy) return
    setBusy(true)
    const answer = await staff.POST('/api/v1/staff/defects/{report_id}/decision', {
      params: { path: { report_id: follower.id }, header: matching(follower.version) },
      body: { ...AS_IT_IS, status: 'duplicate', master: leader.id },
    })
    setBusy(false)
    if (!answer.ok && answer.status === 412) onMoved()
    if (!answer.ok) return say(answer.unreachable ? t.publishing.unreachable : answer.status === 412 ? words.moved : t.publishing.failed)
    say(words.done(follower.number, leader.number))
    onDone()
  }
  const people = own.people + other.people
  return (
    <>
      <p class="muted merge-lead">{words.text}</p>
      <div class="merge-sides" onKeyDown={(event) => event.key === 'Enter' && void merge()}>
        {[other, own]
          .sort((one, two) => one.received_at.localeCompare(two.received_at))
          .map((side) => (
            <SideCard key={side.id} side={side} chosen={side.id === leader.id} older={side.id === older.id} onChoose={() => setLeads(side.id)} />
          ))}
      </div>
      <ul class="merge-facts" role="list">
        <li>
          <Icon name="pin" />
          {other.distance === null ? words.category(report.category.name) : words.apart(other.distance, report.category.name)}
        </li>
        <li>
          <Icon name="bell" />
          {words.told(people, leader.number)}
        </li>
        <li>
          <Icon name="clock" />
          {words.later}
        </li>
      </ul>
      <div class="modal-actions merge-actions">
        <Button kind="plain" onPress={() => setOther(undefined)}>
          {words.other}
        </Button>
        <Button onPress={onClose}>{t.compose.cancel}</Button>
        <Button kind="main" keys="enter" busy={busy} onPress={() => void merge()}>
          {words.merge}
        </Button>
      </div>
    </>
  )
}

function SideCard({ side, chosen, older, onChoose }: { side: Side; chosen: boolean; older: boolean; onChoose(): void }) {
  const { t, language } = useWords()
  const words = t.report.merging
  return (
    <label class={`merge-side${chosen ? ' chosen' : ''}`}>
      <span class="merge-head">
        <input type="radio" name="leader" checked={chosen} data-first={chosen || undefined} onChange={onChoose} />
        <strong>{side.number}</strong>
        {older && <span class="muted">{words.older}</span>}
      </span>
      {side.photo && <img src={sourceOf(side.photo.src, side.version)} alt="" width={side.photo.width} height={side.photo.height} />}
      <span>{side.excerpt || side.title}</span>
      <span class="merge-foot muted">
        {momentWords(new Date(side.received_at), new Date(), language)} · {words.persons(side.people)}
        <StandBadge of={side} />
      </span>
    </label>
  )
}

/** Those near by, and any other by its number. */
function Finder({ report, onFound }: { report: Report; onFound(side: Side): void }) {
  const { t } = useWords()
  const words = t.report.merging
  const [number, setNumber] = useState('')
  const [error, setError] = useState<string>()
  const find = async (event: Event) => {
    event.preventDefault()
    const wanted = number.trim().toUpperCase()
    if (wanted === '') return setError(words.findMissing)
    const answer = await staff.GET('/api/v1/staff/defects', { params: { query: { q: wanted, page_size: 10 } } })
    if (!answer.ok) return setError(answer.unreachable ? t.publishing.unreachable : t.publishing.failed)
    const found = answer.data.find((row) => row.id !== report.id && (row.number === wanted || row.number.endsWith(`-${wanted.padStart(4, '0')}`)))
    if (found === undefined) setError(words.findNone)
    else onFound(sideOf(found, found.excerpt))
  }
  return (
    <form class="sheet-form" noValidate onSubmit={(event) => void find(event)}>
      {report.duplicates.length > 0 ? (
        <fieldset class="choice-rows">
          <legend>{words.near}</legend>
          {report.duplicates.map((near) => (
            <button key={near.id} type="button" class="choice-row" onClick={() => onFound(near)}>
              <strong>{near.number}</strong>
              <span>{near.excerpt || near.title}</span>
              <span class="muted">{words.metres(near.distance)}</span>
            </button>
          ))}
        </fieldset>
      ) : (
        <p class="muted">{words.none}</p>
      )}
      <TextField id="merge-number" label={words.find} help={words.findHelp} value={number} error={error} onInput={setNumber} />
      <Button kind="main" submit icon="search">
        {words.search}
      </Button>
    </form>
  )
}
