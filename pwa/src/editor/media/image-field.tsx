// SPDX-License-Identifier: EUPL-1.2
/**
 * The picture of a text: choose, upload, drop, paste or photograph it; its description is asked right beside it.
 * Knows no feature: what the text is stays with whoever uses this.
 */

import { useEffect, useState } from 'preact/hooks'
import { matching, staff } from '../../api/staff'
import { useWords } from '../i18n'
import { Button } from '../ui/button'
import { Around, TextArea } from '../ui/fields'
import { MoreMenu } from '../ui/menu'
import { useLoad } from '../ui/load'
import { say } from '../ui/toasts'
import { ChooseSheet } from './choose-sheet'
import { DropVeil, FileButton, useDrop } from './files'
import type { Focal } from './focal'
import { FocalPicture } from './focal-picture'
import { contentOf, shown, type Picture, type PictureDetail } from './pictures'
import { UploadList } from './upload-list'
import { useUploader, type Uploader } from './uploader'

const FOCUS_MS = 50

/** What a text keeps of its picture. */
export interface ImageValue {
  media_id: string
  alt: string
  credit: string | null
  caption: string | null
}

interface Props {
  /** Of the description; parts of the field are named after it. */
  id: string
  value: ImageValue | null
  /** `picture` has its sizes and focal point, also when only that has moved. */
  onChange(value: ImageValue | null, picture?: Picture): void
  altError?: string
}

export function ImageField(props: Props) {
  const { t } = useWords()
  const { id, value, onChange } = props
  const [choosing, setChoosing] = useState(false)
  const take = (picture: Picture) => {
    setChoosing(false)
    // The caption belongs to the old picture; description and credit of the library are proposals.
    onChange({ media_id: picture.id, alt: picture.alt, credit: picture.credit, caption: null }, picture)
    // What was pressed is gone with the empty field; who writes meanwhile is left alone.
    setTimeout(() => document.activeElement === document.body && document.getElementById(id)?.focus(), FOCUS_MS)
    if (value !== null && value.media_id !== picture.id) say(t.media.field.swapped, { undo: () => onChange(value) })
  }
  const uploader = useUploader((stored) => {
    const last = stored.at(-1)
    if (last !== undefined) take(last)
  })
  const one = (files: File[]) => uploader.send(files.slice(0, 1))
  const over = useDrop(one, { drop: !choosing, paste: !choosing })
  const ways = { choose: () => setChoosing(true), send: one }
  return (
    <div class="image-field">
      <DropVeil shown={over} />
      {value === null ? <Without {...ways} /> : <With {...props} {...ways} value={value} />}
      <UploadList uploader={{ ...uploader, send: (files) => one([...files]) } satisfies Uploader} />
      <ChooseSheet
        open={choosing}
        onTake={take}
        onClose={() => setChoosing(false)}
        onFiles={(files) => {
          setChoosing(false)
          one(files)
        }}
      />
    </div>
  )
}

interface Ways {
  choose(): void
  send(files: File[]): void
}

function Without({ choose, send }: Ways) {
  const { t } = useWords()
  return (
    <section class="image-empty" aria-label={t.media.field.label}>
      <p class="image-ways">
        <Button icon="image" onPress={choose}>
          {t.media.choose}
        </Button>
        <FileButton label={t.media.uploadOne} onFiles={send} />
        <FileButton camera label={t.media.camera} onFiles={send} />
      </p>
      <p class="meta image-hint">{t.media.hint}</p>
    </section>
  )
}

function With({ id, value, onChange, altError, choose }: Props & Ways & { value: ImageValue }) {
  const { t } = useWords()
  const words = t.media.field
  const { picture, gone, move } = usePicture(value.media_id, (changed) => onChange(value, changed))
  const change = (part: Partial<ImageValue>) => onChange({ ...value, ...part })
  const remove = () => {
    onChange(null)
    say(words.removed, { undo: () => onChange(value, picture) })
  }
  return (
    <section class="image-with" aria-label={words.label}>
      <div class="image-side">
        {picture && <FocalPicture image={{ ...shown(picture), alt: value.alt }} sizes="(min-width: 45em) 280px, 92vw" onMove={move} />}
        {gone && <p role="alert">{words.gone}</p>}
        <p class="image-deeds">
          <Button small icon="image" onPress={choose}>
            {words.swap}
          </Button>
          <MoreMenu label={words.more} items={[{ label: words.remove, icon: 'bin', onSelect: remove }]} />
        </p>
      </div>
      <div class="image-words">
        <TextArea id={id} label={words.alt} value={value.alt} rows={2} oneParagraph help={words.altHelp} error={altError} onInput={(alt) => change({ alt })} />
        <Around id={`${id}-foto`} label={words.credit} value={value.credit ?? ''} class="beside">
          <input
            id={`${id}-foto`}
            class="input"
            value={value.credit ?? ''}
            onInput={({ currentTarget }) => change({ credit: currentTarget.value === '' ? null : currentTarget.value })}
          />
        </Around>
      </div>
    </section>
  )
}

/** The picture itself, and its focal point to be moved: shown at once, kept on the server a moment later. */
function usePicture(id: string, onMoved: (picture: Picture) => void) {
  const loaded = useLoad<PictureDetail>(`picture:${id}`, () => staff.GET('/api/v1/staff/media/{media_id}', { params: { path: { media_id: id } } }))
  const [focal, setFocal] = useState<Focal>()
  const { data, put } = loaded
  const picture = data && { ...data, ...focal }
  useEffect(() => setFocal(undefined), [id])
  useEffect(() => {
    if (focal === undefined || data === undefined) return
    const keep = async (known: PictureDetail) => {
      const write = { params: { path: { media_id: id }, header: matching(known.version) }, body: { ...contentOf(known), ...focal } }
      const answer = await staff.PUT('/api/v1/staff/media/{media_id}', write)
      if (answer.ok) {
        put(answer.data)
        setFocal((now) => (now === focal ? undefined : now))
      } else if (answer.status === 412) await keep(answer.problem.current as PictureDetail)
    }
    const timer = setTimeout(() => void keep(data), 600)
    return () => clearTimeout(timer)
  }, [id, focal, data, put])
  return {
    picture,
    gone: loaded.problem?.status === 404,
    move(to: Focal) {
      setFocal(to)
      if (data !== undefined) onMoved({ ...data, ...to })
    },
  }
}
