// SPDX-License-Identifier: EUPL-1.2
/** What everybody sees of a report: photos and text, with masks as dark blocks. */

import type { Bootstrap, Defect } from '../../api/types'
import { Picture } from '../../ui/picture'
import { Masked } from '../mask'
import { useWords } from '../words'

export function Photos({ photos }: { photos: Defect['photos'] }) {
  const words = useWords()
  if (photos.length === 0) return null
  return (
    <ul class={photos.length === 1 ? 'photos' : 'photos photos-many'} role="list">
      {photos.map((photo, at) => (
        <li key={photo.src}>
          <Picture image={{ ...photo, alt: photo.alt || words.photo(at + 1, photos.length) }} sizes="(min-width: 40em) 640px, 100vw" eager={at === 0} />
        </li>
      ))}
    </ul>
  )
}

export function DefectBody({ report, boot }: { report: Defect; boot: Bootstrap }) {
  return (
    <>
      <Photos photos={report.photos} />
      {report.text && (
        <p class="defect-text" lang={boot.tenant.language}>
          <Masked text={report.text} />
        </p>
      )}
    </>
  )
}
