// SPDX-License-Identifier: EUPL-1.2
/** The words of a report: what of them nobody else should read is marked and can be hidden; then they may be shown. */

import { useState } from 'preact/hooks'
import { useWords } from '../i18n'
import { Button } from '../ui/button'
import { Switch } from '../ui/choices'
import { TextArea, TextField } from '../ui/fields'
import { Icon } from '../ui/icon'
import type { Draft } from './answer'
import { allHidden, findsIn, hidden, hiddenIn, piecesOf, type Find } from './hiding'
import type { Report } from './model'

type Words = Pick<Draft, 'title' | 'public_text' | 'public_place' | 'text_public'>

interface Props {
  report: Pick<Report, 'text' | 'place' | 'answers'>
  draft: Words
  /** Nothing of it is shown, whatever the switch says. */
  never: boolean
  onChange(part: Partial<Words>): void
}

export function TextCard({ report, draft, never, onChange }: Props) {
  const { t } = useWords()
  const words = t.report.text
  const [writing, setWriting] = useState(false)
  const { public_text: text, public_place: place } = draft
  const changed = text !== report.text || place !== report.place
  const count = hiddenIn(text) + hiddenIn(place)
  return (
    <section class="card text-card">
      <h2 class="sr-only">{words.heading}</h2>
      {writing ? (
        <>
          <TextField id="public-title" label={words.titleLabel} value={draft.title} onInput={(title) => onChange({ title })} />
          {report.text !== '' && <TextArea id="public-text" label={words.changeLabel} help={words.changeHelp} value={text} onInput={(value) => onChange({ public_text: value })} />}
          <TextField id="public-place" label={words.placeLabel} optional value={place} onInput={(value) => onChange({ public_place: value })} />
        </>
      ) : (
        <>
          {report.text === '' ? <p class="muted">{words.none}</p> : <Marks text={text} />}
          {findsIn(place).length > 0 && <Marks text={place} />}
        </>
      )}
      {!writing && <Finds text={text} place={place} onChange={onChange} />}
      <div class="text-foot">
        {!never && report.text !== '' && <Switch id="text-public" label={words.publish} checked={draft.text_public} onChange={(text_public) => onChange({ text_public })} />}
        <p class="text-hidden">
          {count > 0 && (
            <span class="text-count">
              <Icon name="check" size={18} />
              {words.hiddenCount(count)}
            </span>
          )}
          {changed && (
            <button type="button" class="link" onClick={() => onChange({ public_text: report.text, public_place: report.place })}>
              {words.takeBack}
            </button>
          )}
          <button type="button" class="link" aria-expanded={writing} onClick={() => setWriting(!writing)}>
            {writing ? words.changed : words.change}
          </button>
        </p>
      </div>
      {changed && (
        <details class="as-sent">
          <summary>{words.asSent}</summary>
          <p class="report-text">{report.text}</p>
          {place !== report.place && <p class="muted">{report.place}</p>}
        </details>
      )}
      {report.answers.length > 0 && (
        <dl class="facts" aria-label={words.answers}>
          {report.answers.map(({ label, value }) => (
            <div key={label}>
              <dt>{label}</dt>
              <dd>{value}</dd>
            </div>
          ))}
        </dl>
      )}
    </section>
  )
}

function Marks({ text }: { text: string }) {
  return (
    <p class="report-text">
      {piecesOf(text).map((piece, at) => {
        if (piece.find) return <mark key={at}>{piece.text}</mark>
        return piece.mask ? (
          <span key={at} class="mask">
            {piece.text}
          </span>
        ) : (
          piece.text
        )
      })}
    </p>
  )
}

/** Every find with its way out; all at once first. */
function Finds({ text, place, onChange }: { text: string; place: string; onChange(part: Partial<Words>): void }) {
  const { t } = useWords()
  const words = t.report.text
  const found = [
    ...findsIn(text).map((find) => ({ find, what: text.slice(find.start, find.end), hide: () => onChange({ public_text: hidden(text, find) }) })),
    ...findsIn(place).map((find) => ({ find, what: place.slice(find.start, find.end), hide: () => onChange({ public_place: hidden(place, find) }) })),
  ]
  if (found.length === 0) return null
  const kind = ({ kind }: Find) => words.kinds[kind]
  return (
    <div class="finds">
      <p class="finds-head">
        <Icon name="hidden" />
        <span>{words.finds(found.length, [...new Set(found.map(({ find }) => kind(find)))].join(', '))}</span>
        <Button small onPress={() => onChange({ public_text: allHidden(text), public_place: allHidden(place) })}>
          {found.length === 1 ? words.hide : words.hideAll}
        </Button>
      </p>
      {found.length > 1 && (
        <ul role="list">
          {found.map(({ find, what, hide }, at) => (
            <li key={at}>
              <span>
                {kind(find)}: {what}
              </span>
              <Button small kind="plain" label={words.hideOne(what)} onPress={hide}>
                {words.hide}
              </Button>
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}
