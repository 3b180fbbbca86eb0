// SPDX-License-Identifier: EUPL-1.2
/** The map of one place; its code and its tiles are fetched only when somebody asks for it. Knows no words of its own. */

import { useEffect, useRef, useState } from 'preact/hooks'
import type { MultiPolygon, Spot } from './geo'

interface Props {
  spot: Spot
  name: string
  tiles: { tiles: string; attribution: string } | null
  /** What one sees where there are no tiles. */
  border?: { shape: MultiPolygon; source: string } | undefined
  words: { label(place: string): string; zoomIn: string; zoomOut: string; offline: string }
}

export function PlaceMap({ spot, name, tiles, border, words }: Props) {
  const box = useRef<HTMLDivElement>(null)
  const [broken, setBroken] = useState(false)
  const { lat, lon } = spot
  useEffect(() => {
    let remove: (() => void) | undefined
    let wanted = true
    // The button that was pressed is gone.
    box.current?.focus({ preventScroll: true })
    void import('./map/place-map').then(
      ({ showPlace }) => {
        if (wanted && box.current)
          remove = showPlace(box.current, { lat, lon, name, tiles, border: border?.shape, source: border?.source, words, failed: () => setBroken(true) })
      },
      () => setBroken(true),
    )
    return () => {
      wanted = false
      remove?.()
    }
  }, [lat, lon, name, tiles, border, words])
  return (
    <>
      <div class="map" ref={box} role="region" aria-label={words.label(name)} tabIndex={-1} />
      <div role="status">{broken && <p class="meta">{words.offline}</p>}</div>
    </>
  )
}
