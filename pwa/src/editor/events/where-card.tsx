// SPDX-License-Identifier: EUPL-1.2
/** Where it takes place and who organises it. */

import { useState } from 'preact/hooks'
import { useWords } from '../i18n'
import { Select, TextField } from '../ui/fields'
import type { EventContent, Place } from './model'
import { OrganiserSheet } from './organiser-sheet'
import { useOrganisers } from './organisers'
import { readPoint, showPoint, type Point } from '../compose/points'
import { maybe, useTyped } from '../compose/use-typed'

interface Props {
  content: EventContent
  /** Who may write for one organiser only sees which, and chooses none. */
  fixed: string | undefined
  error?: string
  onChange(part: Partial<EventContent>): void
  onProblem(problem: boolean): void
}

const NOWHERE: Place = { name: '', address: null, lat: null, lon: null, access: null }

export function WhereCard({ content, fixed, error, onChange, onProblem }: Props) {
  const { t } = useWords()
  const words = t.events.where
  const place = content.place ?? NOWHERE
  const put = (part: Partial<Place>) => {
    const next = { ...place, ...part }
    const empty = next.name === '' && next.address === null && next.lat === null && next.access === null
    onChange({ place: empty ? null : next })
  }
  const text = (typed: string) => (typed === '' ? null : typed)
  const filled = [place.address, place.lat, place.access].some((each) => each !== null)
  return (
    <section class="editor-card" aria-labelledby="event-where">
      <h2 id="event-where">{words.title}</h2>
      <div class="pair">
        <TextField id="event-place" label={words.place} value={place.name} onInput={(name) => put({ name })} />
        {fixed === undefined ? (
          <OrganiserChoice content={content} onChange={onChange} />
        ) : (
          <div class="field">
            <p class="field-head">
              <strong>{words.organiser}</strong>
            </p>
            <p class="fixed-value">{fixed}</p>
          </div>
        )}
      </div>
      <details class="more-fields" open={filled || error !== undefined}>
        <summary>{words.more}</summary>
        <div class="pair">
          <TextField id="event-address" label={words.address} optional value={place.address ?? ''} onInput={(typed) => put({ address: text(typed) })} />
          <PointField place={place} error={error} onPoint={put} onProblem={onProblem} />
        </div>
        <TextField id="event-access" label={words.access} optional help={words.accessHelp} value={place.access ?? ''} onInput={(typed) => put({ access: text(typed) })} />
      </details>
    </section>
  )
}

/** Two numbers in one field, as maps let one copy them. */
function PointField({ place, error, onPoint, onProblem }: { place: Place; error?: string; onPoint(part: Pick<Place, 'lat' | 'lon'>): void; onProblem(problem: boolean): void }) {
  const { t } = useWords()
  const words = t.events.where
  const show = (point: Point | null) => (point === null ? '' : showPoint(point.lat, point.lon))
  const { text, setText, problem, leave } = useTyped<Point | null, true>({
    shown: showPoint(place.lat, place.lon),
    show,
    read: maybe(readPoint),
    onChange: (point) => onPoint(point ?? { lat: null, lon: null }),
    onProblem,
  })
  return <TextField id="event-point" label={words.point} optional help={words.pointHelp} value={text} error={problem ? words.pointWrong : error} onInput={setText} onLeave={leave} />
}

const OWN = 'own'
const NEW = 'new'

function OrganiserChoice({ content, onChange }: Pick<Props, 'content' | 'onChange'>) {
  const { t } = useWords()
  const words = t.events.where
  const { organiser } = content
  const list = useOrganisers()
  const [making, setMaking] = useState(false)
  const named = organiser !== null && organiser.id === null
  const known = organiser?.id != null && list.data?.some(({ id }) => id === organiser.id) !== true
  const choose = (value: string) => {
    if (value === NEW) return setMaking(true)
    const found = list.data?.find(({ id }) => id === value)
    if (found !== undefined) onChange({ organiser: { id: found.id, name: found.name, email: found.email, phone: found.phone, url: found.url } })
    else if (value === '') onChange({ organiser: null })
  }
  return (
    <>
      <Select
        id="event-organiser"
        label={words.organiser}
        value={organiser === null ? '' : (organiser.id ?? OWN)}
        options={[
          { value: '', label: words.nobody },
          ...(named ? [{ value: OWN, label: words.own(organiser.name) }] : []),
          ...(known ? [{ value: organiser.id ?? '', label: organiser.name }] : []),
          ...(list.data ?? []).map(({ id, name }) => ({ value: id, label: name })),
          { value: NEW, label: words.newOne },
        ]}
        onInput={choose}
      />
      {making && (
        <OrganiserSheet
          organiser={named ? { ...organiser, id: undefined } : undefined}
          onDone={(made) => {
            setMaking(false)
            void list.reload()
            onChange({ organiser: { id: made.id, name: made.name, email: made.email, phone: made.phone, url: made.url } })
          }}
          onClose={() => setMaking(false)}
        />
      )}
    </>
  )
}
