// SPDX-License-Identifier: EUPL-1.2
/** A whole photo with its black areas: drawn by mouse or finger, pulled by their corners, steered by the keyboard. */

import type { ComponentChildren } from 'preact'
import { useRef, useState } from 'preact/hooks'
import { useWords } from '../i18n'
import { areaAt, drawn, pointIn, pulled, steered, type Area, type Grip, type Point } from './redaction'

const GRIPS: Grip[] = ['nw', 'ne', 'sw', 'se']

interface Props {
  photo: { src: string; width: number; height: number }
  alt: string
  areas: Area[]
  chosen: number | undefined
  /** Pressing on the picture begins a new area. */
  drawing: boolean
  onChoose(at: number | undefined): void
  onChange(areas: Area[]): void
}

type Work = { from: Point; at: number; grip: Grip; before: Area } | { from: Point; at: undefined }

function percent(share: number): string {
  return `${share * 100}%`
}

export function RedactPicture({ photo, alt, areas, chosen, drawing, onChoose, onChange }: Props) {
  const { t } = useWords()
  const words = t.report.photo
  const box = useRef<HTMLDivElement>(null)
  const work = useRef<Work | undefined>(undefined)
  const [live, setLive] = useState<Area>()
  const [spoken, setSpoken] = useState('')
  const at = (event: PointerEvent): Point => pointIn(event.clientX, event.clientY, (box.current as HTMLDivElement).getBoundingClientRect())
  const put = (index: number, area: Area) => onChange(areas.map((each, one) => (one === index ? area : each)))
  const say = ([x, y, width, height]: Area) => words.areaAt(...([x, y, width, height].map((share) => Math.round(share * 100)) as Area))

  const begin = (event: PointerEvent) => {
    if (event.button !== 0) return
    const from = at(event)
    const grip = (event.target as HTMLElement).dataset['grip'] as Grip | undefined
    const index = grip !== undefined && chosen !== undefined ? chosen : areaAt(areas, from)
    const before = areas[index]
    if (before === undefined && !drawing) return onChoose(undefined)
    event.preventDefault()
    box.current?.setPointerCapture(event.pointerId)
    work.current = before === undefined ? { from, at: undefined } : { from, at: index, grip: grip ?? 'all', before }
    onChoose(before === undefined ? undefined : index)
    if (before !== undefined) box.current?.querySelectorAll<HTMLElement>('.area')[index]?.focus({ preventScroll: true })
  }
  const go = (event: PointerEvent) => {
    const doing = work.current
    if (doing === undefined) return
    const to = at(event)
    if (doing.at === undefined) setLive(drawn(doing.from, to))
    else put(doing.at, pulled(doing.before, doing.grip, { x: to.x - doing.from.x, y: to.y - doing.from.y }))
  }
  const end = (event: PointerEvent) => {
    const doing = work.current
    work.current = undefined
    setLive(undefined)
    const area = doing !== undefined && doing.at === undefined ? drawn(doing.from, at(event)) : undefined
    if (area === undefined) return
    onChange([...areas, area])
    onChoose(areas.length)
  }
  const steer = (event: KeyboardEvent, index: number) => {
    const area = areas[index]
    const moved = area && steered(area, event.key, event.shiftKey)
    if (moved !== undefined) {
      put(index, moved)
      setSpoken(say(moved))
    } else if (event.key === 'Delete' || event.key === 'Backspace') {
      onChange(areas.filter((_area, one) => one !== index))
      onChoose(undefined)
      setSpoken(words.areaRemoved(index + 1))
      box.current?.focus()
    } else return
    event.preventDefault()
    event.stopPropagation()
  }
  return (
    <div
      ref={box}
      tabIndex={-1}
      class={`redact${drawing ? ' drawing' : ''}`}
      style={{ '--ratio': photo.width / photo.height }}
      onPointerDown={begin}
      onPointerMove={go}
      onPointerUp={end}
      onPointerCancel={() => ((work.current = undefined), setLive(undefined))}
    >
      <img src={photo.src} alt={alt} width={photo.width} height={photo.height} decoding="async" draggable={false} />
      {areas.map((area, index) => (
        <Placed key={index} area={area} chosen={index === chosen}>
          <button
            type="button"
            class="area"
            aria-label={`${words.area(index + 1)}: ${say(area)}`}
            onFocus={() => onChoose(index)}
            onKeyDown={(event) => steer(event, index)}
          />
          {index === chosen && GRIPS.map((grip) => <span key={grip} class={`grip ${grip}`} data-grip={grip} aria-hidden="true" />)}
        </Placed>
      ))}
      {live && <Placed area={live} chosen />}
      <span class="sr-only" role="status">
        {spoken}
      </span>
    </div>
  )
}

function Placed({ area: [x, y, width, height], chosen, children }: { area: Area; chosen: boolean; children?: ComponentChildren }) {
  return (
    <span class={`area-box${chosen ? ' chosen' : ''}`} style={{ left: percent(x), top: percent(y), width: percent(width), height: percent(height) }}>
      {children}
    </span>
  )
}
