// SPDX-License-Identifier: EUPL-1.2
/** How the app crops a picture: the focal point shows its effect at once. */

import type { Image } from '../../api/types'
import { Picture } from '../../ui/picture'
import { useWords } from '../i18n'

export function Crops({ image }: { image: Image }) {
  const { t } = useWords()
  return (
    <figure class="crops">
      <figcaption>{t.media.picture.crops}</figcaption>
      <div aria-hidden="true">
        {['wide', 'square', 'tall'].map((shape) => (
          <span key={shape} class={`crop ${shape}`}>
            <Picture image={image} sizes="160px" decorative />
          </span>
        ))}
      </div>
    </figure>
  )
}
