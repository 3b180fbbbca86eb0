// SPDX-License-Identifier: EUPL-1.2
/** One place on a map. Knows no words of its own. */

import { divIcon, marker } from 'leaflet'
import { openMap, type BaseMap } from './base-map'

interface Options extends Pick<BaseMap, 'tiles' | 'border' | 'source' | 'words' | 'failed'> {
  lat: number
  lon: number
  name: string
}

const ZOOM = 16
const PIN =
  '<svg viewBox="0 0 24 24" width="44" height="44" aria-hidden="true"><path d="M12 21.2s-7.2-6-7.2-11.3a7.2 7.2 0 0 1 14.4 0c0 5.3-7.2 11.3-7.2 11.3z"/><circle cx="12" cy="9.8" r="2.6"/></svg>'

/** Shows the place in `element`; returns the way to take the map away again. */
export function showPlace(element: HTMLElement, { lat, lon, name, ...ground }: Options): () => void {
  const shown = openMap(element, { center: [lat, lon], zoom: ZOOM, ...ground })
  marker([lat, lon], { icon: divIcon({ className: 'map-pin', html: PIN, iconSize: [44, 44], iconAnchor: [22, 39] }), keyboard: false, interactive: false, alt: name }).addTo(shown)
  return () => shown.remove()
}
