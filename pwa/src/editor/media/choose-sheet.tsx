// SPDX-License-Identifier: EUPL-1.2
/** Takes a picture for a text: from the library, or a new one. */

import { useState } from 'preact/hooks'
import { useWords } from '../i18n'
import { Empty } from '../ui/empty'
import { Gate } from '../ui/gate'
import { Sheet } from '../ui/sheet'
import { FileButton } from './files'
import { Grid } from './grid'
import type { Picture } from './pictures'
import { SearchBox } from './search-box'
import { useShelf } from './shelf'

interface Props {
  open: boolean
  onTake(picture: Picture): void
  onFiles(files: File[]): void
  onClose(): void
}

export function ChooseSheet({ open, ...rest }: Props) {
  const { t } = useWords()
  return (
    <Sheet title={t.media.field.sheet} open={open} onClose={rest.onClose}>
      {open && <Choice onTake={rest.onTake} onFiles={rest.onFiles} />}
    </Sheet>
  )
}

function Choice({ onTake, onFiles }: Pick<Props, 'onTake' | 'onFiles'>) {
  const { t } = useWords()
  const [q, setQ] = useState('')
  const shelf = useShelf({ q, unused: false })
  const words = t.media.empty
  return (
    <div class="choose">
      <p class="choose-ways">
        <FileButton label={t.media.uploadOne} onFiles={onFiles} />
        <FileButton camera label={t.media.camera} onFiles={onFiles} />
      </p>
      <SearchBox value={q} onSearch={setQ} />
      <Gate of={shelf.loaded}>
        {() =>
          shelf.pictures.length > 0 ? (
            <Grid shelf={shelf} onTake={onTake} />
          ) : (
            <Empty icon="image" title={q === '' ? words.title : words.hits(q)} text={q === '' ? undefined : words.hitsText} />
          )
        }
      </Gate>
    </div>
  )
}
