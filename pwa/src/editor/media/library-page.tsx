// SPDX-License-Identifier: EUPL-1.2
/** The library: all pictures of the municipality, and every way to bring in new ones. */

import { navigate, usePlace } from '../../ui/router'
import { useWords } from '../i18n'
import { Button } from '../ui/button'
import { FilterChips } from '../ui/chips'
import { Empty } from '../ui/empty'
import { Gate } from '../ui/gate'
import { ListPage } from '../ui/page'
import { say } from '../ui/toasts'
import { DropVeil, FileButton, useDrop } from './files'
import { Grid } from './grid'
import { SearchBox } from './search-box'
import { useShelf, type Search } from './shelf'
import { UploadList } from './upload-list'
import { useUploader } from './uploader'

const HOME = '/redaktion/medien'

function addressOf({ q, unused }: Search): string {
  const query = new URLSearchParams({ ...(q !== '' && { q }), ...(unused && { unbenutzt: '1' }) }).toString()
  return query === '' ? HOME : `${HOME}?${query}`
}

export function LibraryPage() {
  const { t } = useWords()
  const { query } = usePlace()
  const search = { q: query.get('q') ?? '', unused: query.has('unbenutzt') }
  const shelf = useShelf(search)
  const go = (to: Search) => navigate(addressOf(to), { replace: true })
  const uploader = useUploader((stored) => {
    shelf.add(stored)
    say(t.media.uploads.stored(stored.length))
  })
  const over = useDrop(uploader.send)
  const buttons = (
    <>
      <FileButton kind="main" several label={t.media.upload} onFiles={uploader.send} />
      <FileButton camera label={t.media.camera} onFiles={uploader.send} />
    </>
  )
  return (
    <ListPage title={t.media.title} sub={shelf.total > 0 ? t.media.count(shelf.total) : undefined} action={buttons}>
      <DropVeil shown={over} />
      <div class="list-tools">
        <FilterChips
          label={t.media.filters}
          options={[
            { value: 'all', label: t.media.filter.all },
            { value: 'unused', label: t.media.filter.unused },
          ]}
          value={search.unused ? 'unused' : 'all'}
          onChoose={(value) => go({ ...search, unused: value === 'unused' })}
        />
        <div class="list-finders">
          <SearchBox value={search.q} onSearch={(q) => go({ ...search, q })} />
        </div>
      </div>
      <UploadList uploader={uploader} several />
      <Gate of={shelf.loaded}>
        {() => (shelf.pictures.length > 0 ? <Grid shelf={shelf} /> : <Nothing search={search} onReset={() => go({ q: '', unused: false })} />)}
      </Gate>
    </ListPage>
  )
}

function Nothing({ search, onReset }: { search: Search; onReset(): void }) {
  const { t } = useWords()
  const words = t.media.empty
  if (search.q === '' && !search.unused) return <Empty icon="image" title={words.title} text={words.text} />
  const [title, text] = search.q === '' ? [words.unused, words.unusedText] : [words.hits(search.q), words.hitsText]
  return <Empty icon="search" title={title} text={text} action={<Button onPress={onReset}>{words.reset}</Button>} />
}
