// SPDX-License-Identifier: EUPL-1.2
/** The map under its fixed pin, with all that moves it: finger, keys, the phone's own location, a name, a photo. */

import { useEffect, useRef, useState } from 'preact/hooks'
import type { Bootstrap, DefectArea, DefectPoint } from '../../api/types'
import { useOnline } from '../../offline/connection'
import type { Spot } from '../../ui/geo'
import { Icon } from '../../ui/icon'
import type { PickMap } from '../../ui/map/pick-map'
import { lightPin } from '../light'
import type { Drafting } from './draft'
import { locate } from './locate'
import { PlaceSearch, type Place } from './place-search'
import { outsideOf } from './places'
import { MainButton } from './step'
import { useReportWords } from './words'

interface Props {
  boot: Bootstrap
  drafting: Drafting
  area: DefectArea | undefined
  points: DefectPoint[] | undefined
  proposed: boolean
  near: number
  onNear(): void
  onTake(): void
  onWords(): void
}

/** The whole town, a district, the lamp itself. */
const FAR = 13
const MIDDLE = 15
const CLOSE = 18
/** Beyond it the circle is larger than the defect. */
const EXACT_M = 30

/** What is still to be said before the place is taken; a second press takes it all the same. */
type Doubt = 'aim' | 'closer' | 'inexact'

function startOf({ tenant }: Bootstrap, area: DefectArea | undefined): Spot {
  if (tenant.latitude !== null && tenant.longitude !== null) return { lat: tenant.latitude, lon: tenant.longitude }
  const [west = 12.6, south = 52.1, east = west, north = south] = area?.bbox ?? tenant.bbox ?? []
  return { lat: (south + north) / 2, lon: (west + east) / 2 }
}

export function PlacePicker({ boot, drafting, area, points, proposed, near, onNear, onTake, onWords }: Props) {
  const words = useReportWords().place
  const online = useOnline()
  const { draft, set } = drafting
  const box = useRef<HTMLDivElement>(null)
  const pick = useRef<PickMap | undefined>(undefined)
  /** Where the program has put the map; what lies elsewhere the resident has chosen. */
  const put = useRef<(Spot & { exact: number }) | undefined>(undefined)
  const [shown, setShown] = useState<'map' | 'tiles-missing' | 'broken'>('map')
  const [ready, setReady] = useState(false)
  const [busy, setBusy] = useState(false)
  const [trouble, setTrouble] = useState('')
  const [doubt, setDoubt] = useState<Doubt>()
  // A map without streets shows nothing from near.
  const close = boot.map === null ? MIDDLE : CLOSE
  const photoSpot = draft.photos.find(({ spot }) => spot !== null)?.spot ?? null

  const goTo = (to: Spot, nearer: number, exact = 0): void => {
    put.current = { ...to, exact }
    setDoubt(undefined)
    setTrouble('')
    set({ spot: to, placed: false })
    pick.current?.go(to, nearer)
  }

  // Once: the map lives beside the page and is told of changes.
  const begin = useRef({ boot, words, set, chosen: draft.spot, proposed, photoSpot, start: startOf(boot, area) })
  useEffect(() => {
    const { boot: town, words: said, set: tell, chosen, photoSpot: shot, proposed: asked, start } = begin.current
    const at = (asked ? shot : null) ?? chosen ?? shot
    let wanted = true
    // The place of a photo is only proposed: one that was described or chosen before is not taken over by looking at it.
    if (at !== null && (at.lat !== chosen?.lat || at.lon !== chosen.lon)) tell({ spot: at, placed: false })
    const moved = (to: Spot): void => {
      // A map that is taken away while it glides says so once more.
      if (!wanted) return
      put.current = undefined
      setDoubt(undefined)
      setTrouble('')
      tell({ spot: to, placed: false })
    }
    import('../../ui/map/pick-map').then(
      ({ pickPlace }) => {
        if (!wanted || box.current === null) return
        // Whoever was quicker than the map has asked for a place already.
        const first = put.current ?? at
        pick.current = pickPlace(box.current, {
          at: first ?? start,
          zoom: first === null ? FAR : town.map === null ? MIDDLE : CLOSE,
          tiles: town.map,
          words: said,
          moved,
          failed: () => setShown('tiles-missing'),
        })
        if (put.current?.exact) pick.current.accuracy({ ...put.current, metres: put.current.exact })
        setReady(true)
      },
      () => wanted && setShown('broken'),
    )
    return () => {
      wanted = false
      pick.current?.remove()
      pick.current = undefined
    }
  }, [])

  useEffect(() => {
    if (!ready || !area?.border) return
    const named = area.places.flatMap(({ name, lat, lon }) => (lat === null || lon === null ? [] : [{ name, lat, lon }]))
    pick.current?.area(area.border, named, area.attribution)
  }, [ready, area])
  useEffect(() => {
    if (ready) pick.current?.marks((points ?? []).map(({ lat, lon, light }) => ({ lat, lon, html: lightPin(light) })))
  }, [ready, points])

  const find = async (): Promise<void> => {
    setBusy(true)
    setTrouble('')
    const found = await locate()
    setBusy(false)
    if (typeof found === 'string') return setTrouble(words[found])
    pick.current?.accuracy(found)
    goTo(found, close, found.metres)
    if (found.metres > EXACT_M) setDoubt('inexact')
  }
  const chooseName = ({ name, lat, lon }: Place): void => {
    // The number of the house that was typed stays.
    const number = /\s\d.*$/.exec(draft.address)?.[0] ?? ''
    set({ address: name + number })
    if (lat !== null && lon !== null) goTo({ lat, lon }, Math.max(pick.current?.zoom() ?? 0, MIDDLE))
    // The name of a district or a street is not yet the place.
    setDoubt(undefined)
  }
  const take = (): void => {
    const { spot } = draft
    if (spot === null) return setDoubt('aim')
    const outside = outsideOf(area, spot)
    if (outside !== null) return setTrouble(outside === '' ? words.outside(boot.tenant.name) : words.neighbour(boot.tenant.name, outside))
    if (boot.map !== null && (pick.current?.zoom() ?? CLOSE) < MIDDLE && doubt === undefined) {
      setDoubt('closer')
      pick.current?.go(spot, MIDDLE + 1)
      return
    }
    if ((put.current?.exact ?? 0) > EXACT_M && doubt === undefined) return setDoubt('inexact')
    onTake()
  }
  const exact = Math.round(put.current?.exact ?? 0)
  const said = doubt === 'inexact' ? words.inexact(exact) : doubt && words[doubt]
  return (
    <>
      <PlaceSearch places={area?.places ?? []} value={draft.address} lang={boot.tenant.language} onType={(address) => set({ address })} onChoose={chooseName} />
      <div class="pick">
        {shown !== 'broken' && <div class="map" ref={box} role="application" aria-label={words.map} />}
        {shown === 'broken' && <p class="pick-broken">{words.noMap}</p>}
        <svg class="pick-pin" viewBox="0 0 24 24" aria-hidden="true" focusable="false">
          <path d="M12 21.2s-7.2-6-7.2-11.3a7.2 7.2 0 0 1 14.4 0c0 5.3-7.2 11.3-7.2 11.3z" />
          <circle cx="12" cy="9.8" r="2.6" />
        </svg>
        <div class="pick-buttons">
          <button type="button" class="pick-button" aria-busy={busy} onClick={() => void (!busy && find())}>
            <Icon name="locate" />
            {busy ? words.locating : words.locate}
          </button>
          {photoSpot !== null && (
            <button type="button" class="pick-button" onClick={() => goTo(photoSpot, close)}>
              <Icon name="camera" />
              {words.fromPhoto}
            </button>
          )}
        </div>
        {near > 0 && (
          <button type="button" class="pick-button pick-near" onClick={onNear}>
            {words.nearby(near)}
          </button>
        )}
      </div>
      <div class="action-bar">
        <div role="status">{!online && shown === 'tiles-missing' && trouble === '' && said === undefined && <p class="meta">{words.offline}</p>}</div>
        <div role="alert">
          {trouble !== '' && <p class="failure">{trouble}</p>}
          {trouble === '' && said !== undefined && <p class="pick-doubt">{said}</p>}
        </div>
        <p class="pick-place">
          <Icon name="pin" />
          <span>
            <strong lang={draft.address === '' ? undefined : boot.tenant.language}>{draft.address || words.spot}</strong>
            <span class="meta">{words.move}</span>
          </span>
        </p>
        <MainButton label={doubt === 'inexact' && draft.spot !== null ? words.sure : words.take} onPress={take} />
        <button type="button" class="kern-btn kern-btn--tertiary kern-btn--block" onClick={onWords}>
          <span class="kern-label">{words.describe}</span>
        </button>
      </div>
    </>
  )
}
