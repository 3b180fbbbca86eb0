// SPDX-License-Identifier: EUPL-1.2
/** The reporter's own photos, also those that nobody else sees: fetched with the secret, gone with the page. */

import { useEffect, useState } from 'preact/hooks'
import { readOwnPhoto } from '../../api/own-report'
import type { OwnReport } from '../../api/types'
import { Icon } from '../../ui/icon'
import { useWords } from '../words'

export function OwnPhotos({ report, secret }: { report: OwnReport; secret: string }) {
  const words = useWords()
  const { own_photos: photos } = report
  return (
    <ul class={photos.length === 1 ? 'photos' : 'photos photos-many'} role="list">
      {photos.map((photo, at) => (
        <li key={photo.id}>
          <Photo report={report.id} secret={secret} of={photo} alt={words.photo(at + 1, photos.length)} />
          <p class="badge photo-badge">
            <Icon name={photo.public ? 'check' : 'shield'} size={17} />
            {photo.public ? words.ownPart.photoPublic : words.ownPart.photoPrivate}
          </p>
        </li>
      ))}
    </ul>
  )
}

function Photo({ report, secret, of, alt }: { report: string; secret: string; of: OwnReport['own_photos'][number]; alt: string }) {
  const words = useWords()
  const [address, setAddress] = useState<string | null>()
  const { id } = of
  useEffect(() => {
    let made: string | undefined
    let wanted = true
    void readOwnPhoto(report, secret, id).then((blob) => {
      if (!wanted) return
      made = blob && URL.createObjectURL(blob)
      setAddress(made ?? null)
    })
    return () => {
      wanted = false
      if (made !== undefined) URL.revokeObjectURL(made)
    }
  }, [report, secret, id])
  if (address === null) return <p class="meta photo-missing">{words.ownPart.photoMissing}</p>
  // The place is kept, so that nothing jumps.
  if (address === undefined) return <span class="photo-waiting" style={{ aspectRatio: `${of.width} / ${of.height}` }} />
  return <img src={address} alt={alt} width={of.width} height={of.height} />
}
