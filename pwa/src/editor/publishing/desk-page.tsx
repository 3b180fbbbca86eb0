// SPDX-License-Identifier: EUPL-1.2
/** One item from its address: opens it, meets what others wrote meanwhile, and hands it to whoever writes on it. */

import type { ComponentChildren } from 'preact'
import { useEffect } from 'preact/hooks'
import { navigate, usePlace } from '../../ui/router'
import type { Base } from '../compose/autosave'
import { ConflictPage, type Wording } from '../compose/conflict-page'
import { useDesk, type Note } from '../compose/desk'
import { momentWords } from '../compose/moments'
import { useWords } from '../i18n'
import { useSession } from '../session'
import { Button } from '../ui/button'
import { Empty } from '../ui/empty'
import { Skeleton } from '../ui/gate'
import { EditorPage } from '../ui/page'
import { say } from '../ui/toasts'
import type { Item } from './model'
import type { Writing } from './use-deeds'
import type { Verbs } from './verbs'

interface Props<C, T> {
  /** Names the thing among all drafts of a person, "news:…". */
  name: string
  id: string
  home: string
  title: string
  words: { gone: string; toList: string }
  /** What a new one begins with. */
  empty: C
  verbs: Pick<Verbs<C, T>, 'load' | 'save'> & Partial<Pick<Verbs<C, T>, 'archive'>>
  /** Residents see it at once, so it is sent on demand only. */
  asked?: boolean
  read(thing: T): Base<C>
  wording: Wording<C>
  children(desk: Writing<C, T>): ComponentChildren
}

export function DeskPage<C extends object, T extends Pick<Item, 'version' | 'edited_by' | 'edited_at'>>(props: Props<C, T>) {
  const { name, id, home, title, words, empty, verbs, asked, read, wording, children } = props
  const { archive } = verbs
  const { t, language } = useWords()
  const { person } = useSession()
  const isNew = usePlace().query.has('neu')
  const when = (moment: Date) => momentWords(moment, new Date(), language)
  const note = (what: Note<T>) =>
    say(what.kind === 'restored' ? t.compose.restored(when(new Date(what.at))) : t.compose.joined(what.thing.edited_by ?? t.compose.somebody))
  const desk = useDesk<C, T>(
    {
      key: `${name}:${id}`,
      person: person.id,
      fresh: isNew ? empty : undefined,
      // What was begun here a moment ago is known to nobody else.
      load: async () => (isNew ? { kind: 'missing' } : verbs.load(id)),
      save: (content, version) => verbs.save(id, content, version),
      asked,
      read,
      archive: archive && ((content, version) => archive(id, content, version)),
      texts: wording.texts,
    },
    note,
  )
  const saved = desk.thing !== undefined
  useEffect(() => {
    // From the first save on the item has an address like any other.
    if (saved && isNew) history.replaceState(history.state, '', location.pathname)
  }, [saved, isNew])

  const back = { href: home, label: title }
  if (desk.phase === 'ready' && desk.clash !== undefined) {
    const { merged, theirs } = desk.clash
    return (
      <ConflictPage
        // Another version asks anew: choices belong to the pieces they were made for.
        key={theirs.version}
        merged={merged}
        wording={wording}
        me={person.name}
        them={theirs.edited_by ?? t.compose.somebody}
        when={when(new Date(theirs.edited_at))}
        back={back}
        history={archive !== undefined}
        onSave={async (choices) => say((await desk.settle(choices)) ? (archive ? t.compose.conflict.saved : t.shell.savedPlain) : t.publishing.failed)}
        onLater={() => navigate(home)}
      />
    )
  }
  if (desk.phase === 'ready' && desk.content !== undefined) return <>{children({ ...desk, content: desk.content })}</>
  return (
    <EditorPage title={title} back={back}>
      {desk.phase === 'loading' && <Skeleton />}
      {desk.phase === 'missing' && (
        <Empty icon="search" title={words.gone} text={t.publishing.editor.goneText} action={<Button href={home}>{words.toList}</Button>} />
      )}
      {desk.phase === 'unreached' && (
        <Empty icon="offline" title={t.shell.unreachableTitle} text={t.shell.unreachable} action={<Button onPress={desk.reload}>{t.publishing.retry}</Button>} />
      )}
    </EditorPage>
  )
}
