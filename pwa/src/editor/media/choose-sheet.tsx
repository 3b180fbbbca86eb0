// SPDX-License-Identifier: EUPL-1.2
/** Takes a picture from the library for a text. */

import { useState } from 'preact/hooks'
import { useWords } from '../i18n'
import { Empty } from '../ui/empty'
import { Gate } from '../ui/gate'
import { Sheet } from '../ui/sheet'
import { Grid } from './grid'
import type { Picture } from './pictures'
import { SearchBox } from './search-box'
import { useShelf } from './shelf'

interface Props {
  open: boolean
  onTake(picture: Picture): void
  onClose(): void
}

export function ChooseSheet({ open, ...rest }: Props) {
  const { t } = useWords()
  return (
    <Sheet title={t.media.field.sheet} open={open} onClose={rest.onClose}>
      {open && <Choice onTake={rest.onTake} />}
    </Sheet>
  )
}

function Choice({ onTake }: Pick<Props, 'onTake'>) {
  const { t } = useWords()
  const [q, setQ] = useState('')
  const shelf = useShelf({ q, unused: false })
  const words = t.media.empty
  return (
    <div class="choose">
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
