// SPDX-License-Identifier: EUPL-1.2
/** A map that moves under a fixed pin: what lies under its tip is the chosen place. Knows no words of its own. */

import { circle, divIcon, layerGroup, marker, type Map as LeafletMap } from 'leaflet'
import { metres, type MultiPolygon, type Spot } from '../geo'
import { openMap, showBorder, showNames, type BaseMap } from './base-map'

export interface Mark extends Spot {
  /** Markup of our own making, never of somebody else's words. */
  html: string
}

interface Options extends Pick<BaseMap, 'tiles' | 'words' | 'failed'> {
  at: Spot
  zoom: number
  /** The resident has moved the map, and it stands still again. What the program moves it knows already. */
  moved(to: Spot): void
}

export interface PickMap {
  zoom(): number
  go(to: Spot, zoom?: number): void
  /** The circle within which the phone believes to be. */
  accuracy(at: Spot & { metres: number }): void
  marks(list: Mark[]): void
  /** The municipality and the names of its parts: all there is without tiles. */
  area(border: MultiPolygon, places: { name: string; lat: number; lon: number }[], source: string): void
  remove(): void
}

const EQUATOR_M = 40_075_016
/** Nearer than so many pixels the map has not been moved, only rounded. */
const STILL = 1.5

export function pickPlace(element: HTMLElement, { at, zoom, moved, tiles, words, failed }: Options): PickMap {
  const spotOf = (shown: LeafletMap): Spot => {
    const { lat, lng } = shown.getCenter()
    return { lat, lon: lng }
  }
  const shown = openMap(element, { center: [at.lat, at.lon], zoom, minZoom: 9, keyboardPanDelta: 24, scrollWheelZoom: 'center', touchZoom: 'center', doubleClickZoom: 'center', tiles, words, failed: () => unseen() })
  const near = layerGroup().addTo(shown)
  const own = layerGroup().addTo(shown)
  const names = layerGroup()
  if (tiles === null) names.addTo(shown)
  function unseen(): void {
    names.addTo(shown)
    failed?.()
  }
  let known = at
  shown.on('moveend', () => {
    const now = spotOf(shown)
    const pixel = (EQUATOR_M * Math.cos((now.lat * Math.PI) / 180)) / 2 ** (shown.getZoom() + 8)
    if (metres(now, known) <= STILL * pixel) return
    known = now
    moved(now)
  })
  // A note beside it makes the map smaller: what is chosen stays under the pin to the last digit.
  shown.on('resize', () => shown.setView([known.lat, known.lon], shown.getZoom(), { animate: false }))
  // Who cannot drag taps where the pin shall stand.
  shown.on('click', ({ latlng }) => shown.panTo(latlng))
  return {
    zoom: () => shown.getZoom(),
    go(to, nearer = shown.getZoom()) {
      known = to
      shown.setView([to.lat, to.lon], nearer)
    },
    accuracy({ lat, lon, metres: radius }) {
      own.clearLayers()
      circle([lat, lon], { radius, className: 'map-accuracy', interactive: false }).addTo(own)
    },
    marks(list) {
      near.clearLayers()
      for (const { lat, lon, html } of list)
        marker([lat, lon], { icon: divIcon({ className: 'map-mark', html, iconSize: [28, 28] }), keyboard: false, interactive: false }).addTo(near)
    },
    area(border, places, source) {
      showBorder(shown, border)
      if (tiles === null) shown.attributionControl.addAttribution(source)
      showNames(names, places)
    },
    remove: () => shown.remove(),
  }
}
