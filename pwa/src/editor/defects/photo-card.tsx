// SPDX-License-Identifier: EUPL-1.2
/** The photos of a report: look at each whole, black out what nobody may see, decide whether it is shown. */

import { useState } from 'preact/hooks'
import { useWords } from '../i18n'
import { Switch } from '../ui/choices'
import { Dialog } from '../ui/dialog'
import { Icon } from '../ui/icon'
import { Keys, useKeys } from '../ui/keys'
import type { PublicPhoto } from './answer'
import { sourceOf, type Photo } from './model'
import { RedactPicture } from './redact-picture'
import { added, type Area } from './redaction'

interface Props {
  photos: Photo[]
  draft: PublicPhoto[]
  /** Nothing of it is shown, whatever the switches say. */
  never: boolean
  onChange(draft: PublicPhoto[]): void
}

export function PhotoCard({ photos: sent, draft, never, onChange }: Props) {
  const { t } = useWords()
  const words = t.report.photo
  const [at, setAt] = useState(0)
  const [drawing, setDrawing] = useState(false)
  const [chosen, setChosen] = useState<number>()
  const [large, setLarge] = useState(false)
  const photos = sent.map((photo) => ({ ...photo, src: sourceOf(photo.src, photo.redactions.length) }))
  const index = Math.min(at, photos.length - 1)
  const photo = photos[index]
  const own = draft.find(({ id }) => id === photo?.id)
  const change = (part: Partial<PublicPhoto>) => onChange(draft.map((each) => (each.id === photo?.id ? { ...each, ...part } : each)))
  const redact = (areas: Area[]) => change({ redactions: areas })
  const add = () => {
    if (own === undefined) return
    redact([...own.redactions, added(own.redactions.length)])
    setChosen(own.redactions.length)
    // The new area exists after the next drawing only.
    requestAnimationFrame(() => [...document.querySelectorAll<HTMLElement>('.redact .area')].at(-1)?.focus())
  }
  useKeys({ s: { label: words.redact, run: add, group: 'here' } }, photo !== undefined)
  if (photo === undefined || own === undefined) return null
  const areas = own.redactions
  return (
    <section class="card photo-card" aria-label={words.heading(index + 1, photos.length)}>
      <RedactPicture
        key={photo.id}
        photo={photo}
        alt={words.alt(index + 1)}
        areas={areas}
        chosen={chosen}
        drawing={drawing}
        onChoose={setChosen}
        onChange={redact}
      />
      <div class="photo-side">
        <div class="photo-head">
          <h2>{words.heading(index + 1, photos.length)}</h2>
          <button type="button" class="icon-button" aria-label={words.larger} title={words.larger} onClick={() => setLarge(true)}>
            <Icon name="larger" />
          </button>
        </div>
        {photos.length > 1 && (
          <div class="photo-thumbs" role="group">
            {photos.map((each, one) => (
              <button
                key={each.id}
                type="button"
                class="photo-thumb"
                aria-label={words.choose(one + 1)}
                aria-pressed={one === index}
                onClick={() => (setAt(one), setChosen(undefined))}
              >
                <img src={each.src} alt="" width={each.width} height={each.height} loading="lazy" />
                {!(draft.find(({ id }) => id === each.id)?.public ?? false) && <Icon name="hidden" size={18} />}
              </button>
            ))}
          </div>
        )}
        <button
              type="button"
              class="kern-btn kern-btn--secondary redact-button"
              aria-pressed={drawing}
              // A key on the button is a click without a place: it lays one down instead of waiting for a mouse.
              onClick={(event) => (event.detail === 0 ? add() : setDrawing(!drawing))}
            >
              <Icon name="square" />
              <span class="kern-label">{words.redact}</span>
              <Keys of="s" />
            </button>
            {drawing && areas.length === 0 && <p class="field-help">{words.redactHelp}</p>}
            {areas.length > 0 && (
              <ol class="area-list">
                {areas.map((_area, one) => (
                  <li key={one} class={one === chosen ? 'chosen' : undefined}>
                    <button type="button" class="area-name" aria-label={words.choosesArea(one + 1)} aria-pressed={one === chosen} onClick={() => setChosen(one)}>
                      {words.area(one + 1)}
                    </button>
                    <button
                      type="button"
                      class="icon-button"
                      aria-label={words.removeArea(one + 1)}
                      onClick={() => (redact(areas.filter((_each, other) => other !== one)), setChosen(undefined))}
                    >
                      <Icon name="close" size={18} />
                    </button>
                  </li>
                ))}
              </ol>
            )}
        {!never && <Switch id={`photo-${photo.id}`} label={words.publish} checked={own.public} onChange={(shown) => change({ public: shown })} />}
        <p class="muted photo-note">{never || !own.public ? words.stays : areas.length > 0 ? words.burns : photo.redactions.length > 0 ? words.burnt : words.asIs}</p>
      </div>
      <Dialog title={words.heading(index + 1, photos.length)} open={large} onClose={() => setLarge(false)}>
        <img class="photo-large" src={photo.src} alt={words.alt(index + 1)} width={photo.width} height={photo.height} />
      </Dialog>
    </section>
  )
}
