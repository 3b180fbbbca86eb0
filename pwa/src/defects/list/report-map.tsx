// SPDX-License-Identifier: EUPL-1.2
/** The same reports on a map: a pin shows the light, choosing one opens its card. The map's code comes when it is asked for. */

import { useEffect, useMemo, useRef, useState } from 'preact/hooks'
import type { Bootstrap, DefectArea, DefectPoint } from '../../api/types'
import { useTexts } from '../../i18n'
import { useCached } from '../../offline/cached'
import { useOnline } from '../../offline/connection'
import { Icon } from '../../ui/icon'
import type { PointsMap } from '../../ui/map/points-map'
import { Gate, Skeleton, StateNote } from '../../ui/states'
import { toast } from '../../ui/toast'
import { Light, lightPin } from '../light'
import { LEGEND, legendWord } from '../status'
import { useWords } from '../words'
import { isNarrowed, pointsRequest, type Choice } from './choice'
import { PointCard } from './point-card'
import { named } from './search'

interface Props {
  boot: Bootstrap
  choice: Choice
  onAll(): void
}

export function ReportMap({ boot, choice, onAll }: Props) {
  const { t } = useTexts()
  const points = useCached<DefectPoint[]>('defect-points', pointsRequest(choice))
  const area = useCached<DefectArea>('defect-area', '/api/v1/defects/area')
  return (
    <Gate of={points} words={t.gate} phone={boot.tenant.phone} skeleton={<Skeleton rows={2} label={t.gate.loading} />}>
      {(found) => <Shown boot={boot} choice={choice} points={found} area={area.data} onAll={onAll} />}
    </Gate>
  )
}

function Legend() {
  const { language } = useTexts()
  const words = useWords()
  return (
    <ul class="map-legend" role="list" aria-label={words.legend}>
      {LEGEND.map((light) => (
        <li key={light}>
          <Light name={light} size={18} />
          {legendWord(light, language)}
        </li>
      ))}
    </ul>
  )
}

function Shown({ boot, choice, points, area, onAll }: Props & { points: DefectPoint[]; area: DefectArea | undefined }) {
  const { language } = useTexts()
  const words = useWords()
  const online = useOnline()
  const box = useRef<HTMLDivElement>(null)
  const [map, setMap] = useState<PointsMap>()
  const [broken, setBroken] = useState(false)
  const [chosen, setChosen] = useState<string[]>([])
  const shown = useMemo(() => named(points, choice.query), [points, choice.query])
  const { tiles, center } = useGround(boot, area, points)
  // Without a place to look at there is no map yet.
  const ready = center !== undefined
  const texts = useRef(words)
  texts.current = words
  useEffect(() => {
    if (!ready) return undefined
    let made: PointsMap | undefined
    let wanted = true
    void import('../../ui/map/points-map').then(
      ({ showPoints }) => {
        if (!wanted || box.current === null) return
        made = showPoints(box.current, { center, tiles, words: texts.current, group: (count) => texts.current.group(count), failed: () => setBroken(true), onChoose: setChosen })
        setMap(made)
      },
      () => setBroken(true),
    )
    return () => {
      wanted = false
      made?.remove()
      setMap(undefined)
    }
    // Neither where it begins to look nor a fresh copy of the same tiles is a reason to begin anew.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [ready, tiles?.tiles])
  useEffect(() => {
    if (area?.border) map?.area(area.border, area.places.flatMap(({ name, lat, lon }) => (lat === null || lon === null ? [] : [{ name, lat, lon }])), area.attribution)
  }, [map, area])
  useEffect(() => {
    map?.show(
      shown.map(({ id, lat, lon, light, title, place }) => ({
        id,
        lat,
        lon,
        label: [title, place, legendWord(light, language)].filter(Boolean).join(', '),
        html: lightPin(light),
      })),
    )
  }, [map, shown, language])
  useEffect(() => map?.choose(chosen.length === 1 ? chosen[0] : undefined), [map, chosen])
  const cards = shown.filter(({ id }) => chosen.includes(id))
  const locate = async () => {
    if (map && !(await map.locate())) toast(words.locateFailed, 'info')
  }
  return (
    <>
      {shown.length === 0 && (
        <StateNote icon="map" title={words.emptyTitle} text={isNarrowed(choice) ? words.emptyMap : words.empty} announce>
          {isNarrowed(choice) && (
            <button type="button" class="kern-btn kern-btn--secondary kern-btn--block" onClick={onAll}>
              <span class="kern-label">{words.showAll}</span>
            </button>
          )}
        </StateNote>
      )}
      <div class="map-stage" hidden={shown.length === 0}>
        <Legend />
        <div class={tiles === null || broken ? 'map reports-map map-plain' : 'map reports-map'} ref={box} role="region" aria-label={words.mapOf(boot.tenant.name)} />
        <button type="button" class="map-locate" aria-label={words.locate} onClick={() => void locate()}>
          <Icon name="locate" />
        </button>
        <div class="map-cards" role="status">
          {cards.length > 0 && (
            <ul class="card rows" role="list">
              {cards.map((point) => (
                <PointCard key={point.id} point={point} lang={boot.tenant.language} alone={cards.length === 1} />
              ))}
            </ul>
          )}
        </div>
      </div>
      <div role="status">{(broken || !online) && tiles !== null && shown.length > 0 && <p class="meta map-note">{words.mapOffline}</p>}</div>
    </>
  )
}

/** Tiles as long as there is a network to fetch them from, and the middle of the municipality. */
function useGround(boot: Bootstrap, area: DefectArea | undefined, points: DefectPoint[]) {
  const [west, south, east, north] = area?.bbox ?? []
  const [first] = points
  const center =
    west !== undefined && south !== undefined && east !== undefined && north !== undefined
      ? { lat: (south + north) / 2, lon: (west + east) / 2 }
      : first && { lat: first.lat, lon: first.lon }
  return { tiles: boot.map, center }
}
