// SPDX-License-Identifier: EUPL-1.2
/** A whole picture with the point that stays in sight: press where it is, or move the ring by the arrow keys. */

import { useState } from 'preact/hooks'
import type { Image } from '../../api/types'
import { useWords } from '../i18n'
import { moved, pointedAt, type Focal } from './focal'

interface Props {
  image: Image
  sizes: string
  onMove(to: Focal): void
}

export function FocalPicture({ image, sizes, onMove }: Props) {
  const { t } = useWords()
  const [spoken, setSpoken] = useState('')
  const words = t.media.picture
  const at = ({ focal_x, focal_y }: Focal) => words.focalAt(Math.round(focal_x * 100), Math.round(focal_y * 100))
  const move = (to: Focal) => {
    setSpoken(at(to))
    onMove(to)
  }
  return (
    <div
      class="focal"
      style={{ '--ratio': image.width / image.height }}
      onClick={(event) => {
        // A key on the ring is a click without a place.
        if (event.detail > 0) move(pointedAt(event.clientX, event.clientY, event.currentTarget.getBoundingClientRect()))
      }}
    >
      <picture>
        <source type="image/webp" srcset={image.srcset} sizes={sizes} />
        <img src={image.src} alt={image.alt} width={image.width} height={image.height} decoding="async" />
      </picture>
      <button
        type="button"
        class="focal-ring"
        aria-label={`${words.focal}: ${at(image)}`}
        title={words.focal}
        style={{ left: `${image.focal_x * 100}%`, top: `${image.focal_y * 100}%` }}
        onKeyDown={(event) => {
          const to = moved(image, event.key, event.shiftKey)
          if (to === undefined) return
          event.preventDefault()
          event.stopPropagation()
          move(to)
        }}
      />
      <span class="sr-only" role="status">
        {spoken}
      </span>
    </div>
  )
}
