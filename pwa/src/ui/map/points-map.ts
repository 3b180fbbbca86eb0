// SPDX-License-Identifier: EUPL-1.2
/** Many points on a map: pins that would cover each other become one with a number. Knows no words and no meaning of its own. */

import { divIcon, latLngBounds, layerGroup, marker, type LatLngBounds, type LeafletKeyboardEvent, type Map as LeafletMap, type Marker } from 'leaflet'
import type { MultiPolygon, Spot } from '../geo'
import { DEEPEST, openMap, showBorder, showNames, type BaseMap } from './base-map'
import { clustersOf } from './clusters'

export interface Point {
  id: string
  lat: number
  lon: number
  /** What a screen reader hears. */
  label: string
  /** The pin as trusted markup. */
  html: string
}

interface Options extends Pick<BaseMap, 'tiles' | 'words' | 'failed'> {
  /** Where one looks before there is anything to see. */
  center: Spot
  group(count: number, ids: string[]): string
  /** What stands on a pin for several; without, their number. */
  face?(ids: string[]): string
  /** One was chosen, several that lie on the same spot, or none. */
  onChoose(ids: string[]): void
}

export interface PointsMap {
  show(points: Point[]): void
  choose(id: string | undefined): void
  /** The municipality and the names of its parts: all there is without tiles. */
  area(border: MultiPolygon, places: (Spot & { name: string })[], source: string): void
  /** Moves to where the resident is. */
  locate(): Promise<boolean>
  remove(): void
}

/** Pixels: a target of 44 and some room beside it. */
const REACH = 52
const STREET = 16
const TOWN = 12
/** Pixels that legend, buttons and card cover. */
const CLEAR = { paddingTopLeft: [36, 148] as [number, number], paddingBottomRight: [72, 56] as [number, number] }
const LOCATE_MS = 15_000

export function showPoints(element: HTMLElement, { center, group, face, onChoose, tiles, words, failed }: Options): PointsMap {
  const shown = openMap(element, { center: [center.lat, center.lon], zoom: TOWN, tiles, words, failed: () => unseen() })
  const names = layerGroup()
  const pins = layerGroup().addTo(shown)
  const here = layerGroup().addTo(shown)
  let points: Point[] = []
  let chosen: string | undefined
  let looked = false

  function unseen(): void {
    names.addTo(shown)
    failed?.()
  }
  if (tiles === null) names.addTo(shown)
  const look = (bounds: LatLngBounds): void => {
    shown.fitBounds(bounds, { ...CLEAR, maxZoom: STREET, animate: false })
  }
  const draw = (): void => {
    // Whoever moves by keyboard stands on a pin: after a drawing on the same one.
    const active = document.activeElement
    const focused = active?.matches(':focus-visible') ? active.closest('[data-pin]')?.getAttribute('data-pin') : undefined
    pins.clearLayers()
    const zoom = shown.getZoom()
    const near = shown.getBounds().pad(0.5)
    const spots = points.filter(({ lat, lon }) => near.contains([lat, lon])).map((of) => ({ ...shown.project([of.lat, of.lon], zoom), of }))
    for (const spot of clustersOf(spots as { x: number; y: number; of: Point }[], REACH)) {
      const members = spot.map(({ of }) => of)
      const pin = members.length === 1 && members[0] ? single(members[0]) : several(members)
      pin.addTo(pins)
      const drawn = pin.getElement()
      const [first] = members
      if (drawn && first) {
        drawn.setAttribute('data-pin', first.id)
        if (focused !== undefined && members.some(({ id }) => id === focused)) drawn.focus({ preventScroll: true })
      }
    }
  }
  const named = (pin: Marker, label: string): Marker => pin.on('add', () => pin.getElement()?.setAttribute('aria-label', label))
  const single = (point: Point): Marker => {
    const on = point.id === chosen
    const icon = divIcon({ className: on ? 'point point-chosen' : 'point', html: point.html, iconSize: [44, 44] })
    const pin = named(marker([point.lat, point.lon], { icon, zIndexOffset: on ? 1000 : 0 }), point.label)
    pin.on('add', () => pin.getElement()?.setAttribute('aria-pressed', String(on)))
    return onPress(pin, () => onChoose([point.id]))
  }
  const several = (members: Point[]): Marker => {
    const bounds = latLngBounds(members.map(({ lat, lon }) => [lat, lon]))
    const icon = divIcon({ className: 'point point-group', html: `<b>${face?.(members.map(({ id }) => id)) ?? members.length}</b>`, iconSize: [44, 44] })
    const same = bounds.getNorthEast().distanceTo(bounds.getSouthWest()) < 3
    return onPress(named(marker(bounds.getCenter(), { icon }), group(members.length, members.map(({ id }) => id))), () => {
      if (same || shown.getZoom() >= DEEPEST) onChoose(members.map(({ id }) => id))
      else shown.fitBounds(bounds, { padding: [56, 56], maxZoom: DEEPEST })
    })
  }

  shown.on('zoomend moveend', draw)
  shown.on('click', () => onChoose([]))

  return {
    show(next) {
      points = next
      if (!looked && next.length > 0) {
        looked = true
        look(latLngBounds(next.map(({ lat, lon }) => [lat, lon])))
      }
      draw()
    },
    choose(id) {
      if (id === chosen) return
      chosen = id
      draw()
      const found = points.find((point) => point.id === id)
      if (found) shown.panInside([found.lat, found.lon], { ...CLEAR, paddingBottomRight: [72, 160] })
    },
    area(border, places, source) {
      const drawn = showBorder(shown, border)
      if (tiles === null) shown.attributionControl.addAttribution(source)
      showNames(names, places)
      if (!looked) look(drawn.getBounds())
    },
    async locate() {
      const found = await position()
      if (found === undefined) return false
      here.clearLayers()
      const spot = divIcon({ className: 'point-here', iconSize: [20, 20] })
      marker(found, { icon: spot, interactive: false, keyboard: false }).addTo(here)
      shown.setView(found, Math.max(shown.getZoom(), STREET))
      return true
    },
    remove: () => remove(shown),
  }
}

/** Leaflet calls its pins buttons, and leaves the keys of a button to us. */
function onPress(pin: Marker, act: () => void): Marker {
  return pin.on('click', act).on('keydown', ({ originalEvent }: LeafletKeyboardEvent) => {
    if (originalEvent.key !== 'Enter' && originalEvent.key !== ' ') return
    originalEvent.preventDefault()
    act()
  })
}

function remove(shown: LeafletMap): void {
  shown.off()
  shown.remove()
}

/** Asked only after a tap; the place stays on the phone. */
function position(): Promise<[number, number] | undefined> {
  return new Promise((done) => {
    if (!('geolocation' in navigator)) return done(undefined)
    navigator.geolocation.getCurrentPosition(
      ({ coords }) => done([coords.latitude, coords.longitude]),
      () => done(undefined),
      { enableHighAccuracy: true, timeout: LOCATE_MS, maximumAge: 60_000 },
    )
  })
}
