// SPDX-License-Identifier: EUPL-1.2
/**
 * What every map has: tiles of the municipality's own choice, its border, buttons that can be touched. Without tiles (none
 * named, no network) the border alone is the map. With the other files of this folder the only one that loads Leaflet.
 */

import { divIcon, map, marker, polygon, tileLayer, type LatLngExpression, type LayerGroup, type Map as LeafletMap, type MapOptions, type Polygon } from 'leaflet'
import 'leaflet/dist/leaflet.css'
import type { MultiPolygon, Spot } from '../geo'
import './map.scss'

export interface Tiles {
  tiles: string
  attribution: string
}

export interface BaseMap extends MapOptions {
  center: LatLngExpression
  zoom: number
  tiles: Tiles | null
  border?: MultiPolygon | undefined
  /** Whose border it is, where there are no tiles that name their source. */
  source?: string | undefined
  words: { zoomIn: string; zoomOut: string }
  /** No tile could be had. */
  failed?(): void
}

/** Beyond it most servers have no tiles. */
export const DEEPEST = 18

/** A map in `element`; `remove()` of the answer takes it away again. */
export function openMap(element: HTMLElement, { tiles, border, source, words, failed, ...options }: BaseMap): LeafletMap {
  const still = matchMedia('(prefers-reduced-motion: reduce)').matches
  const shown = map(element, {
    zoomControl: false,
    // A page that one scrolls through must not be caught by the map on it.
    scrollWheelZoom: false,
    maxZoom: DEEPEST,
    zoomAnimation: !still,
    fadeAnimation: !still,
    inertia: !still,
    ...options,
  })
  shown.attributionControl.setPrefix(false)
  element.classList.toggle('map-bare', tiles === null)
  if (border) showBorder(shown, border)
  if (tiles === null) {
    if (source) shown.attributionControl.addAttribution(source)
  } else {
    const layer = tileLayer(tiles.tiles, { attribution: tiles.attribution, maxZoom: DEEPEST }).addTo(shown)
    let seen = false
    layer.on('tileload', () => (seen = true))
    layer.on('tileerror', () => !seen && failed?.())
  }
  // A note that appears beside it makes the map smaller; its middle stays the same place.
  const resized = new ResizeObserver(() => shown.invalidateSize({ animate: false }))
  resized.observe(element)
  shown.on('unload', () => resized.disconnect())
  buttons(element, words, (step) => shown.setZoom(shown.getZoom() + step))
  return shown
}

/** Draws the municipality; GeoJSON says longitude first, Leaflet latitude. */
export function showBorder(shown: LeafletMap, border: MultiPolygon): Polygon {
  const turned = border.coordinates.map((rings) => rings.map((ring) => ring.map(([lon = 0, lat = 0]): [number, number] => [lat, lon])))
  return polygon(turned, { className: 'map-border', interactive: false }).addTo(shown)
}

/** The parts of the municipality by name, for whoever sees no tiles. */
export function showNames(layer: LayerGroup, places: (Spot & { name: string })[]): void {
  for (const { name, lat, lon } of places) {
    const word = document.createElement('span')
    word.textContent = name
    marker([lat, lon], { icon: divIcon({ className: 'map-name', html: word, iconSize: [0, 0] }), keyboard: false, interactive: false }).addTo(layer)
  }
}

/** Leaflet's own are too small to touch and have no words. */
function buttons(element: HTMLElement, words: BaseMap['words'], zoom: (step: number) => void): void {
  const box = document.createElement('div')
  box.className = 'map-zoom'
  for (const [step, sign, label] of [
    [1, '+', words.zoomIn],
    [-1, '−', words.zoomOut],
  ] as const) {
    const button = document.createElement('button')
    button.type = 'button'
    button.textContent = sign
    button.ariaLabel = label
    button.addEventListener('click', (event) => {
      event.stopPropagation()
      zoom(step)
    })
    button.addEventListener('dblclick', (event) => event.stopPropagation())
    box.append(button)
  }
  element.append(box)
}
