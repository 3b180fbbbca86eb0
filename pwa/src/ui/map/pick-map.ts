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
  /** Called when the map stands still again. */
  moved(to: Spot, zoom: number): void
}

export interface PickMap {
  go(to: Spot, zoom?: number): void
  /** The circle within which the phone believes to be. */
  accuracy(at: Spot & { metres: number }): void
  marks(list: Mark[]): void
  /** The municipality and the names of its parts: all there is without tiles. */
  area(border: MultiPolygon, places: { name: string; lat: number; lon: number }[], source: string): void
  remove(): void
}

/** Nearer than this the map has not been moved, only rounded. */
const STILL_M = 1

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
  shown.on('moveend', () => moved(spotOf(shown), shown.getZoom()))
  // Who cannot drag taps where the pin shall stand.
  shown.on('click', ({ latlng }) => shown.panTo(latlng))
  return {
    go(to, nearer = shown.getZoom()) {
      if (metres(to, spotOf(shown)) > STILL_M || nearer !== shown.getZoom()) shown.setView([to.lat, to.lon], nearer)
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
