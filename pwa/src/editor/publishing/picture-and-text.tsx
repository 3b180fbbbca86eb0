// SPDX-License-Identifier: EUPL-1.2
/** The picture and the text of what is published. Knows no feature. */

import type { Image } from '../../api/types'
import { RichText } from '../compose/rich-text'
import { useWords } from '../i18n'
import { ImageField, type ImageValue } from '../media/image-field'
import { shown } from '../media/pictures'

interface Illustrated {
  image: ImageValue | null
  body: string
}

interface Props {
  /** The ids of the fields begin like this. */
  id: string
  content: Illustrated
  altError: string | undefined
  /** The sizes of every picture that was shown; a chosen one comes to them. */
  pictures: Map<string, Image>
  onChange(part: Partial<Illustrated>): void
  /** In which block of the text the cursor stands. */
  onCursor(block: number | undefined): void
}

export function PictureAndText({ id, content, altError, pictures, onChange, onCursor }: Props) {
  const words = useWords().t.publishing.editor
  return (
    <>
      <ImageField
        id={`${id}-image`}
        value={content.image}
        altError={altError}
        onChange={(image, chosen) => {
          if (chosen !== undefined) pictures.set(chosen.id, shown(chosen))
          onChange({ image })
        }}
      />
      <RichText id={`${id}-body`} label={words.text} help={words.textHelp} value={content.body} onChange={(body) => onChange({ body })} onCursor={onCursor} />
    </>
  )
}
