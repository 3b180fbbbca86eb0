// SPDX-License-Identifier: EUPL-1.2
/** What one needs, to be ticked off; the ticks stay on this device. What cannot be ticked stands between the lines. */

import { useId, useState } from 'preact/hooks'
import type { ServiceDetail } from '../api/types'
import { keepTicks, ticksOf } from '../offline/kept-services'
import { Prose } from '../ui/prose'
import { partsOf } from './brief'
import { useWords } from './detail-words'

type Line = ServiceDetail['requirements'][number]

interface Props {
  service: Pick<ServiceDetail, 'id' | 'modules' | 'requirements' | 'language'>
  /** In a preview nothing is kept. */
  kept: boolean
}

/** XZuFi's number of the text about what to bring. */
export const TO_BRING = '08'

export function Needed({ service, kept }: Props) {
  const words = useWords().need
  const text = service.modules.find(({ code }) => code === TO_BRING)
  const [ticked, setTicked] = useState(() => (kept ? ticksOf(service.id) : []))
  if (text === undefined) return null
  const lines = service.requirements
  const parts = lines.length > 0 ? partsOf(text.html, lines.length) : null
  if (parts === null)
    return (
      <section>
        <h2>{words.title}</h2>
        <div lang={service.language}>
          <Prose html={text.html} />
        </div>
      </section>
    )
  const change = (next: string[]): void => {
    setTicked(next)
    if (kept) keepTicks(service.id, next)
  }
  const done = lines.filter(({ text: line }) => ticked.includes(line)).length
  let from = 0
  return (
    <section>
      <h2>{words.title}</h2>
      <p class="meta">{words.hint}</p>
      {parts.map((part, at) => {
        if ('prose' in part)
          return (
            <div key={at} lang={service.language} class="between">
              <Prose html={part.prose} />
            </div>
          )
        const own = lines.slice(from, (from += part.lines))
        return (
          <ul key={at} class="card rows ticks" role="list">
            {own.map((line, number) => (
              <Tick
                key={`${number} ${line.text}`}
                line={line}
                lang={service.language}
                done={ticked.includes(line.text)}
                onChange={(on) => change([...ticked.filter((each) => each !== line.text), ...(on ? [line.text] : [])])}
              />
            ))}
          </ul>
        )
      })}
      {done > 0 && (
        <p class="ticks-done">
          <span class="meta">{words.ready(done, lines.length)}</span>
          <button type="button" class="link-button" onClick={() => change([])}>
            {words.clear}
          </button>
        </p>
      )}
    </section>
  )
}

function Tick({ line, lang, done, onChange }: { line: Line; lang: string; done: boolean; onChange(done: boolean): void }) {
  const hint = useId()
  return (
    <li>
      <label class="tick">
        <input type="checkbox" checked={done} aria-describedby={line.hint ? hint : undefined} onChange={({ currentTarget }) => onChange(currentTarget.checked)} />
        <span lang={lang} class={done ? 'struck' : undefined}>
          {line.text}
        </span>
      </label>
      {line.hint && (
        <p class="meta tick-hint" id={hint} lang={lang}>
          {line.hint}
        </p>
      )}
    </li>
  )
}
