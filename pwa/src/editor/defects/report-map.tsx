// SPDX-License-Identifier: EUPL-1.2
/** Reports on a map: numbered pins in the colour of what is due; without tiles on the municipality's own ground. */

import { useEffect, useRef, useState } from 'preact/hooks'
import { staff } from '../../api/staff'
import type { Point, PointsMap } from '../../ui/map/points-map'
import { useWords } from '../i18n'
import { useSession } from '../session'
import { useLoad } from '../ui/load'
import './inbox-map.scss'
import type { Urgency } from './use-times'

/** A pin whose tip is the place. */
export function pin(words: string, urgency: Urgency): string {
  return `<svg class="number-pin is-${urgency}" viewBox="0 0 36 44" aria-hidden="true"><path d="M18 42.5S3 27.6 3 17.4a15 15 0 0 1 30 0C33 27.6 18 42.5 18 42.5z"/><text x="18" y="23" text-anchor="middle">${words}</text></svg>`
}

interface Props {
  /** The same list each time, unless it changed. */
  points: Point[]
  chosen?: string | undefined
  onChoose?(id: string | undefined): void
}

/** Somewhere in the Fläming, until the border is there. */
const FIRST = { lat: 52.14, lon: 12.59 }

export function ReportMap({ points, chosen, onChoose }: Props) {
  const { t } = useWords()
  const words = t.defects
  const { map: tiles } = useSession()
  const { data } = useLoad('defects/area', () => staff.GET('/api/v1/defects/area'))
  const frame = useRef<HTMLDivElement>(null)
  const [shown, setShown] = useState<PointsMap>()
  const tell = useRef(onChoose)
  tell.current = onChoose
  const said = useRef(words)
  const numbers = useRef(new Map<string, string>())
  numbers.current = new Map(points.map(({ id, label }) => [id, label.split(':')[0] ?? '']))
  useEffect(() => {
    const together = (ids: string[]) => ids.map((id) => numbers.current.get(id) ?? '').join(', ')
    let made: PointsMap | undefined
    let wanted = true
    void import('../../ui/map/points-map').then(({ showPoints }) => {
      if (!wanted || frame.current === null) return
      made = showPoints(frame.current, {
        center: FIRST,
        tiles,
        words: { zoomIn: said.current.zoomIn, zoomOut: said.current.zoomOut },
        // A number is a report here, so several show theirs.
        face: together,
        group: (count, ids) => `${together(ids)}: ${said.current.several(count)}`,
        onChoose: ([id]) => tell.current?.(id),
      })
      setShown(made)
    })
    return () => {
      wanted = false
      made?.remove()
      setShown(undefined)
    }
  }, [tiles])
  useEffect(() => shown?.show(points), [shown, points])
  useEffect(() => shown?.choose(chosen), [shown, chosen])
  useEffect(() => {
    if (!data?.border) return
    const places = data.places.flatMap(({ name, lat, lon }) => (lat === null || lon === null ? [] : [{ name, lat, lon }]))
    shown?.area(data.border, places, data.attribution ?? '')
  }, [shown, data])
  return <div ref={frame} class="map report-map" />
}
