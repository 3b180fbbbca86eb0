// SPDX-License-Identifier: EUPL-1.2
/**
 * A map to stand on: tiles of the municipality's own choice, or only its border where there are none; buttons with
 * words. With its siblings in this folder the only place that loads Leaflet. Knows no words of its own.
 */

import { geoJSON, map, tileLayer, type Map as LeafletMap } from 'leaflet'
import 'leaflet/dist/leaflet.css'
import './map.scss'

export interface Tiles {
  tiles: string
  attribution: string
}

/** GeoJSON, as the server has it. */
export interface Border {
  type: 'MultiPolygon'
  coordinates: number[][][][]
}

export interface Ground {
  tiles: Tiles | null
  border?: Border | null
  /** Who drew the border. */
  attribution?: string
  words: { zoomIn: string; zoomOut: string }
  /** No tile could be had. */
  failed(): void
}

/** Beyond it most servers have no tiles. */
export const DEEPEST = 18

/** Leaflet with our manners; the caller says where it looks. */
export function openMap(element: HTMLElement, { tiles, border, attribution, words, failed }: Ground): LeafletMap {
  const still = matchMedia('(prefers-reduced-motion: reduce)').matches
  const shown = map(element, {
    zoomControl: false,
    maxZoom: DEEPEST,
    // A page that one scrolls through must not be caught by the map on it.
    scrollWheelZoom: false,
    zoomAnimation: !still,
    fadeAnimation: !still,
    markerZoomAnimation: !still,
  })
  shown.attributionControl.setPrefix(false)
  if (border) geoJSON(border, { interactive: false, style: { className: 'map-border' }, ...(attribution !== undefined && { attribution }) }).addTo(shown)
  if (tiles !== null) {
    const layer = tileLayer(tiles.tiles, { attribution: tiles.attribution, maxZoom: DEEPEST }).addTo(shown)
    let seen = false
    layer.on('tileload', () => (seen = true))
    layer.on('tileerror', () => !seen && failed())
  }
  zoomButtons(element, words, (step) => shown.setZoom(shown.getZoom() + step))
  return shown
}

/** Leaflet's own are too small to touch and have no words. */
function zoomButtons(element: HTMLElement, words: Ground['words'], zoom: (step: number) => void): void {
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
