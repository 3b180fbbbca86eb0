// SPDX-License-Identifier: EUPL-1.2
/** The uploads of one page: the queue, drawn again with every step. */

import { useRef, useState } from 'preact/hooks'
import { upload } from '../../api/upload'
import type { Picture } from './pictures'
import { reasonOf, uploads, type Outcome, type Upload, type Uploads } from './uploads'

async function send(file: File, progress: (share: number) => void): Promise<Outcome<Picture>> {
  const answer = await upload(file, progress)
  if (answer.ok) return { kind: 'stored', media: answer.data }
  return { kind: 'refused', why: answer.unreachable ? 'unreachable' : reasonOf(answer.problem) }
}

export interface Uploader {
  list: readonly Upload[]
  send(files: readonly File[]): void
  dismiss(key: number): void
  retry(key: number): void
}

/** `onStored` hears what a choice of files has become, once all of them are through. */
export function useUploader(onStored: (pictures: Picture[]) => void): Uploader {
  const [list, setList] = useState<readonly Upload[]>([])
  const queue = useRef<Uploads<Picture>>(undefined)
  queue.current ??= uploads(send, setList)
  const latest = useRef(onStored)
  latest.current = onStored
  const tell = (pictures: Picture[]) => {
    if (pictures.length > 0) latest.current(pictures)
  }
  return {
    list,
    send: (files) => void queue.current?.add(files).then(tell),
    dismiss: (key) => queue.current?.dismiss(key),
    retry: (key) => void queue.current?.retry(key).then((picture) => tell(picture === undefined ? [] : [picture])),
  }
}
