// SPDX-License-Identifier: EUPL-1.2
/** Pictures beside each other, each with its name; a press opens it or takes it. */

import { Picture as Resident } from '../../ui/picture'
import { useWords } from '../i18n'
import { Button } from '../ui/button'
import { shown, type Picture } from './pictures'
import type { Shelf } from './shelf'

interface Props {
  shelf: Shelf
  /** Takes a picture; without it a press opens its page. */
  onTake?(picture: Picture): void
}

export function Grid({ shelf, onTake }: Props) {
  const { t } = useWords()
  return (
    <>
      <ul class="picture-grid" role="list" aria-label={t.media.grid}>
        {shelf.pictures.map((picture) => (
          <Tile key={picture.id} picture={picture} onTake={onTake} />
        ))}
      </ul>
      {shelf.more && (
        <p class="grid-more">
          <Button onPress={shelf.more}>{t.media.more}</Button>
        </p>
      )}
    </>
  )
}

function Tile({ picture, onTake }: { picture: Picture; onTake: Props['onTake'] }) {
  const { t } = useWords()
  const name = picture.name || picture.alt || t.media.unnamed
  return (
    <li class="tile">
      <span class="tile-picture">
        <Resident image={shown(picture)} sizes="(min-width: 45em) 220px, 45vw" decorative />
      </span>
      {onTake === undefined ? (
        <a class="tile-link row-link" href={`/redaktion/medien/${picture.id}`}>
          {name}
        </a>
      ) : (
        <button type="button" class="tile-link" aria-label={t.media.field.take(name)} onClick={() => onTake(picture)}>
          {name}
        </button>
      )}
      <span class="meta">
        {t.media.uses(picture.uses)}
        {picture.alt === '' && <span> · {t.media.noAlt}</span>}
      </span>
    </li>
  )
}
