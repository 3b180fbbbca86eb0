// SPDX-License-Identifier: EUPL-1.2
/** The pictures of the library as a page shows them: found by words, page after page, new ones in front. */

import { useEffect, useState } from 'preact/hooks'
import { staff } from '../../api/staff'
import { useLoad, type Loaded } from '../ui/load'
import { useLeaving } from './leaving'
import { withNew, type Picture } from './pictures'

const SIZE = 60

export interface Search {
  q: string
  unused: boolean
}

export interface Shelf {
  loaded: Loaded<Picture[]>
  pictures: Picture[]
  total: number
  /** Fetches the next page; undefined when all are there. */
  more: (() => void) | undefined
  add(stored: Picture[]): void
}

export function useShelf({ q, unused }: Search): Shelf {
  const [pages, setPages] = useState(1)
  const [stored, setStored] = useState<Picture[]>([])
  const away = useLeaving()
  const query = { q: q || undefined, unused: unused || undefined }
  useEffect(() => {
    setPages(1)
    setStored([])
  }, [q, unused])
  const loaded = useLoad<Picture[]>(`media:${q}:${unused}:${pages}`, async () => {
    const answers = await Promise.all(
      Array.from({ length: pages }, (_, page) =>
        staff.GET('/api/v1/staff/media', { params: { query: { ...query, page: page + 1, page_size: SIZE } } }),
      ),
    )
    const failed = answers.find((answer) => !answer.ok)
    const last = answers.at(-1)
    if (failed !== undefined || last?.ok !== true) return failed ?? { ok: false, unreachable: true }
    return { ...last, data: answers.flatMap((answer) => (answer.ok ? answer.data : [])) }
  })
  const [before, setBefore] = useState<Picture[]>([])
  useEffect(() => {
    if (loaded.data !== undefined) setBefore(loaded.data)
  }, [loaded.data])
  // While the next page is on its way, what was there stays.
  const known = loaded.data ?? (pages > 1 ? before : [])
  const pictures = withNew(known, stored).filter(({ id }) => !away(id))
  const total = loaded.total ?? known.length
  return {
    loaded: pages > 1 && loaded.data === undefined ? { ...loaded, data: before } : loaded,
    pictures,
    total: total + pictures.length - known.length,
    more: known.length < total ? () => setPages(pages + 1) : undefined,
    add: (fresh) => setStored((earlier) => [...earlier, ...fresh]),
  }
}
