// SPDX-License-Identifier: EUPL-1.2
/** Up to five photos from camera or gallery, shrunk before they are kept. */

import { useCallback, useEffect, useMemo, useState } from 'preact/hooks'
import { newUuid } from '../../offline/own-keys'
import { Icon } from '../../ui/icon'
import { useMedia } from '../../ui/media'
import { shrink, ShrinkError } from '../shrink'
import type { Drafting, Photo } from './draft'
import { useReportWords } from './words'

export const MOST_PHOTOS = 5

/** The address under which the page can show bytes that it holds. */
export function usePhotoAddress({ data }: { data: ArrayBuffer }): string {
  const address = useMemo(() => URL.createObjectURL(new Blob([data], { type: 'image/jpeg' })), [data])
  useEffect(() => () => URL.revokeObjectURL(address), [address])
  return address
}

export function PhotoPicture({ photo, alt }: { photo: Pick<Photo, 'data' | 'width' | 'height'>; alt: string }) {
  return <img src={usePhotoAddress(photo)} width={photo.width} height={photo.height} alt={alt} />
}

export interface Adding {
  /** How many are being shrunk now. */
  working: number
  troubles: { kind: 'unreadable' | 'large' | 'tooMany'; name: string }[]
  add(files: Blob[]): Promise<void>
}

function sameBytes(one: ArrayBuffer, other: ArrayBuffer): boolean {
  const bytes = new Uint8Array(other)
  return one.byteLength === other.byteLength && new Uint8Array(one).every((byte, at) => byte === bytes[at])
}

/** Shrinks photos into the draft, one after the other: an old phone has room for one. */
export function useAdding({ set }: Pick<Drafting, 'set'>): Adding {
  const [working, setWorking] = useState(0)
  const [troubles, setTroubles] = useState<Adding['troubles']>([])
  const unnamed = useReportWords().photo.unnamed
  const add = useCallback(async (files: Blob[]): Promise<void> => {
    const found: Adding['troubles'] = []
    setTroubles([])
    setWorking(files.length)
    for (const file of files) {
      const name = file instanceof File ? file.name : unnamed
      try {
        const photo: Photo = { id: newUuid(), ...(await shrink(file)) }
        set(({ photos }) => {
          // The same one again, as after an interruption, is one.
          if (photos.some((each) => sameBytes(each.data, photo.data))) return {}
          if (photos.length < MOST_PHOTOS) return { photos: [...photos, photo] }
          if (found.every(({ kind }) => kind !== 'tooMany')) found.push({ kind: 'tooMany', name })
          return {}
        })
      } catch (failure) {
        found.push({ kind: failure instanceof ShrinkError ? failure.reason : 'unreadable', name })
      }
      setWorking((left) => left - 1)
    }
    setTroubles(found)
  }, [set, unnamed])
  return { working, troubles, add }
}

export function Troubles({ of }: { of: Adding['troubles'] }) {
  const words = useReportWords().photo
  return (
    <div role="alert">
      {of.map(({ kind, name }) => (
        <p key={kind + name} class="failure">
          {kind === 'tooMany' ? words.tooMany : words[kind](name)}
        </p>
      ))}
    </div>
  )
}

export function Photos({ drafting }: { drafting: Drafting }) {
  const words = useReportWords().photo
  // A computer has no camera that one points at a lamp.
  const handy = useMedia('(pointer: coarse)')
  const { draft, set } = drafting
  const { working, troubles, add } = useAdding(drafting)
  const full = draft.photos.length + working >= MOST_PHOTOS
  const input = (kind: 'take' | 'choose') => (
    <label class="photo-add">
      <input
        type="file"
        class="sr-only"
        accept="image/*"
        multiple={kind === 'choose'}
        {...(kind === 'take' && { capture: 'environment' })}
        onChange={({ currentTarget }) => {
          const files = [...(currentTarget.files ?? [])]
          // The same photo again is a change too.
          currentTarget.value = ''
          void add(files)
        }}
      />
      <Icon name={kind === 'take' ? 'camera' : 'image'} />
      <span>{words[kind]}</span>
    </label>
  )
  return (
    <div class="report-photos" role="group" aria-labelledby="photos-label">
      <p class="photos-label" id="photos-label">
        <strong>{words.photos}</strong> <span class="optional">{words.most}</span>
      </p>
      <ul class="report-photos-row" role="list">
        {draft.photos.map((photo, at) => (
          <li key={photo.id} class="photo">
            <PhotoPicture photo={photo} alt={words.one(at + 1)} />
            <button
              type="button"
              class="photo-remove"
              aria-label={words.remove(at + 1)}
              onClick={(event) => {
                const around = event.currentTarget.closest('.report-photos')
                set(({ photos }) => ({ photos: photos.filter(({ id }) => id !== photo.id) }))
                // The button goes with the photo; the focus stays near. With five, the way to add one is there only now.
                requestAnimationFrame(() => around?.querySelector('input')?.focus())
              }}
            >
              <span>
                <Icon name="close" size={20} />
              </span>
            </button>
          </li>
        ))}
        {Array.from({ length: working }, (_, at) => (
          <li key={at} class="photo photo-working" aria-hidden="true" />
        ))}
        {!full && handy && <li>{input('take')}</li>}
        {!full && <li>{input('choose')}</li>}
      </ul>
      <p class="sr-only" role="status">
        {working > 0 && words.working}
      </p>
      <p class="meta">{words.hint}</p>
      <Troubles of={troubles} />
    </div>
  )
}
