// SPDX-License-Identifier: EUPL-1.2
/** Where it is: address, the way there, and a map that is fetched only when somebody asks for it. */

import { useState } from 'preact/hooks'
import type { Bootstrap, EventDetail } from '../api/types'
import { useInstall } from '../offline/install'
import { Icon } from '../ui/icon'
import { PlaceMap } from '../ui/place-map'
import { wayTo } from '../ui/way'
import { Fact } from './fact'
import { useWords } from './words'

interface Props {
  place: NonNullable<EventDetail['place']>
  /** Of this date; a single date may take place elsewhere. */
  name: string
  boot: Pick<Bootstrap, 'tenant' | 'map'>
}

export function PlaceFact({ place, name, boot }: Props) {
  const words = useWords()
  const { platform } = useInstall()
  const [open, setOpen] = useState(false)
  const lang = boot.tenant.language
  // Address and coordinates are those of the usual place.
  const usual = name === place.name
  const way = usual ? wayTo(place, boot.tenant.name, platform) : null
  const spot = usual && place.lat !== null && place.lon !== null ? { lat: place.lat, lon: place.lon } : null
  return (
    <Fact icon="pin" head={name} lang={lang}>
      {usual && place.address && (
        <p class="muted" lang={lang}>
          {place.address}
        </p>
      )}
      {spot && boot.map !== null && !open ? (
        <button type="button" class="link-button" onClick={() => setOpen(true)}>
          {words.map.show}
        </button>
      ) : (
        way && (
          <a class="tall" href={way} rel="noopener">
            {words.map.way}
            <Icon name="ext" size={17} />
          </a>
        )
      )}
      {spot && boot.map !== null && open && <PlaceMap spot={spot} name={name} tiles={boot.map} words={words.map} />}
    </Fact>
  )
}
