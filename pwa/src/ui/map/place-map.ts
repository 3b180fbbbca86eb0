// SPDX-License-Identifier: EUPL-1.2
/** One place on a map: the only file that loads Leaflet. Tiles come from the municipality's own choice. Knows no words of its own. */

import { divIcon, map, marker, tileLayer } from 'leaflet'
import 'leaflet/dist/leaflet.css'
import './map.scss'

interface Options {
  lat: number
  lon: number
  name: string
  tiles: { tiles: string; attribution: string }
  words: { zoomIn: string; zoomOut: string }
  /** No tile could be had. */
  failed(): void
}

const ZOOM = 16
/** Beyond it most servers have no tiles. */
const DEEPEST = 18
const PIN =
  '<svg viewBox="0 0 24 24" width="44" height="44" aria-hidden="true"><path d="M12 21.2s-7.2-6-7.2-11.3a7.2 7.2 0 0 1 14.4 0c0 5.3-7.2 11.3-7.2 11.3z"/><circle cx="12" cy="9.8" r="2.6"/></svg>'

/** Shows the place in `element`; returns the way to take the map away again. */
export function showPlace(element: HTMLElement, { lat, lon, name, tiles, words, failed }: Options): () => void {
  const still = matchMedia('(prefers-reduced-motion: reduce)').matches
  const shown = map(element, {
    center: [lat, lon],
    zoom: ZOOM,
    zoomControl: false,
    // A page that one scrolls through must not be caught by the map on it.
    scrollWheelZoom: false,
    zoomAnimation: !still,
    fadeAnimation: !still,
  })
  shown.attributionControl.setPrefix(false)
  const layer = tileLayer(tiles.tiles, { attribution: tiles.attribution, maxZoom: DEEPEST }).addTo(shown)
  let seen = false
  layer.on('tileload', () => (seen = true))
  layer.on('tileerror', () => !seen && failed())
  marker([lat, lon], { icon: divIcon({ className: 'map-pin', html: PIN, iconSize: [44, 44], iconAnchor: [22, 39] }), keyboard: false, interactive: false, alt: name }).addTo(shown)
  buttons(element, words, (step) => shown.setZoom(shown.getZoom() + step))
  return () => shown.remove()
}

/** Leaflet's own are too small to touch and have no words. */
function buttons(element: HTMLElement, words: Options['words'], zoom: (step: number) => void): void {
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
