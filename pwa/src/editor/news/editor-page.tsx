// SPDX-License-Identifier: EUPL-1.2
/** One item from its address: opens it, meets what others wrote meanwhile, and hands it to the editor. */

import { useEffect } from 'preact/hooks'
import { staff } from '../../api/staff'
import { navigate, usePlace } from '../../ui/router'
import { ConflictPage } from '../compose/conflict-page'
import { useDesk, type Note } from '../compose/desk'
import { momentWords } from '../compose/moments'
import { useWords } from '../i18n'
import { useSession } from '../session'
import { Button } from '../ui/button'
import { Empty } from '../ui/empty'
import { Skeleton } from '../ui/gate'
import { useLoad } from '../ui/load'
import { EditorPage } from '../ui/page'
import { say } from '../ui/toasts'
import { archive, load, save } from './api'
import { NewsEditor } from './editor'
import { baseOf, EMPTY, type NewsContent, type StaffNews } from './model'
import { wordingOf } from './wording'

const LIST = '/redaktion/nachrichten'

export function NewsEditorPage({ id }: { id: string }) {
  const { t, language } = useWords()
  const { person } = useSession()
  const isNew = usePlace().query.has('neu')
  const categories = useLoad('news/categories', () => staff.GET('/api/v1/staff/news/categories')).data ?? []
  const when = (moment: Date) => momentWords(moment, new Date(), language)
  const note = (what: Note<StaffNews>) =>
    say(what.kind === 'restored' ? t.compose.restored(when(new Date(what.at))) : t.compose.joined(what.thing.edited_by ?? t.compose.somebody))
  const desk = useDesk<NewsContent, StaffNews>(
    {
      key: `news:${id}`,
      person: person.id,
      fresh: isNew ? EMPTY : undefined,
      // What was begun here a moment ago is known to nobody else.
      load: async () => (isNew ? { kind: 'missing' } : load(id)),
      save: (content, version) => save(id, content, version),
      read: baseOf,
      archive: (content, version) => archive(id, content, version),
      texts: ['body'],
    },
    note,
  )
  const saved = desk.thing !== undefined
  useEffect(() => {
    // From the first save on the item has an address like any other.
    if (saved && isNew) history.replaceState(history.state, '', location.pathname)
  }, [saved, isNew])

  const back = { href: LIST, label: t.news.title }
  if (desk.phase === 'ready' && desk.clash !== undefined) {
    const { merged, theirs } = desk.clash
    const keep = async (choices: Parameters<typeof desk.settle>[0]) =>
      say((await desk.settle(choices)) ? t.compose.conflict.saved : t.news.failed)
    return (
      <ConflictPage
        key={theirs.version}
        merged={merged}
        wording={wordingOf(t, categories, language)}
        me={person.name}
        them={theirs.edited_by ?? t.compose.somebody}
        when={when(new Date(theirs.edited_at))}
        back={back}
        onSave={keep}
        onLater={() => navigate(LIST)}
      />
    )
  }
  if (desk.phase === 'ready' && desk.content !== undefined)
    return <NewsEditor desk={{ ...desk, content: desk.content }} id={id} categories={categories} back={back} />
  return (
    <EditorPage title={t.news.title} back={back}>
      {desk.phase === 'loading' && <Skeleton />}
      {desk.phase === 'missing' && (
        <Empty icon="search" title={t.news.editor.gone} text={t.news.editor.goneText} action={<Button href={LIST}>{t.news.editor.toList}</Button>} />
      )}
      {desk.phase === 'unreached' && (
        <Empty icon="offline" title={t.shell.unreachableTitle} text={t.shell.unreachable} action={<Button onPress={desk.reload}>{t.news.retry}</Button>} />
      )}
    </EditorPage>
  )
}
