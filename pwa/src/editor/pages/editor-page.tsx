// SPDX-License-Identifier: EUPL-1.2
/** One page: written, looked at, published; its history and the way back. Saves itself. */

import { useState } from 'preact/hooks'
import type { Answer } from '../../api/staff'
import { navigate, usePlace } from '../../ui/router'
import { ConflictPage, type Wording } from '../compose/conflict-page'
import { useDesk, type Desk, type Note } from '../compose/desk'
import { HistorySheet } from '../compose/history-sheet'
import { momentWords } from '../compose/moments'
import { RichText } from '../compose/rich-text'
import { useWords, type Words } from '../i18n'
import { useSession } from '../session'
import { Badge } from '../ui/badge'
import { Button } from '../ui/button'
import { Empty } from '../ui/empty'
import { ErrorSummary, type FieldError } from '../ui/errors'
import { HeadlineField } from '../ui/fields'
import { Skeleton } from '../ui/gate'
import type { MenuItem } from '../ui/menu'
import { EditorPage } from '../ui/page'
import { SaveStatus } from '../ui/status'
import { say } from '../ui/toasts'
import * as api from './api'
import { HOME } from './list-page'
import { baseOf, EMPTY, lacksOf, stateOf, type PageContent, type StaffPage } from './model'
import { PagePreview } from './preview'

type PageDesk = Desk<PageContent, StaffPage>
const FIELDS = { title: 'seite-titel', text: 'seite-text' }

export function PageEditorPage({ id }: { id: string }) {
  const { t, language } = useWords()
  const { person } = useSession()
  const { query } = usePlace()
  const words = t.pages.editor
  const back = { href: HOME, label: words.back }
  const when = (moment: Date) => momentWords(moment, new Date(), language)
  const note = (what: Note<StaffPage>) =>
    say(what.kind === 'restored' ? t.compose.restored(when(new Date(what.at))) : t.compose.joined(what.thing.edited_by ?? t.compose.somebody))
  const desk: PageDesk = useDesk<PageContent, StaffPage>(
    {
      key: `page:${id}`,
      person: person.id,
      fresh: query.has('neu') ? EMPTY : undefined,
      texts: ['body'],
      load: () => api.load(id),
      save: (content, version) => api.save(id, content, version),
      archive: (content, version) => api.archive(id, content, version),
      read: baseOf,
    },
    note,
  )
  const { clash } = desk
  if (clash !== undefined)
    return (
      <ConflictPage
        // Another version asks anew: choices belong to the pieces they were made for.
        key={clash.theirs.version}
        merged={clash.merged}
        wording={wordingOf(t)}
        me={person.name}
        them={clash.theirs.edited_by ?? t.compose.somebody}
        when={when(new Date(clash.theirs.edited_at))}
        back={back}
        onSave={async (choices) => say((await desk.settle(choices)) ? t.compose.conflict.saved : words.failed)}
        onLater={() => navigate(HOME)}
      />
    )
  if (desk.content !== undefined) return <Writing key={id} id={id} desk={desk} content={desk.content} back={back} />
  return (
    <EditorPage title={t.pages.title} back={back}>
      {desk.phase === 'loading' && <Skeleton />}
      {desk.phase === 'missing' && (
        <Empty icon="doc" title={words.missing} text={words.missingText} action={<Button href={HOME}>{words.toPages}</Button>} />
      )}
      {desk.phase === 'unreached' && (
        <Empty icon="offline" title={t.shell.unreachableTitle} text={t.shell.unreachable} action={<Button onPress={desk.reload}>{t.shell.retry}</Button>} />
      )}
    </EditorPage>
  )
}

function wordingOf(t: Words): Wording<PageContent> {
  const names: Record<string, string> = t.pages.editor.fields
  return { fields: ['title', 'body'], texts: ['body'], label: (field) => names[field] ?? field, words: (_field, value) => String(value) }
}

interface WritingProps {
  id: string
  desk: PageDesk
  content: PageContent
  back: { href: string; label: string }
}

function Writing({ id, desk, content, back }: WritingProps) {
  const { t } = useWords()
  const words = t.pages.editor
  const [problems, setProblems] = useState<FieldError[]>([])
  const [history, setHistory] = useState(false)
  const [block, setBlock] = useState<number>()
  const { thing, status } = desk
  const state = thing === undefined ? 'draft' : stateOf(thing)
  const busy = useBusy()
  const { publish, discard, remove, restore } = deedsOf(desk, content, t, setProblems)
  const error = (field: string) => problems.find((problem) => problem.field === field)?.text
  const more: MenuItem[] = [
    ...(thing?.published === true ? [{ label: words.open, icon: 'ext' as const, href: `/seite/${thing.slug}` }] : []),
    ...(thing?.may.includes('discard') ? [{ label: words.discard, icon: 'undo' as const, onSelect: () => void discard() }] : []),
    ...(thing?.may.includes('delete') ? [{ label: words.delete, icon: 'bin' as const, onSelect: () => void remove() }] : []),
  ]
  return (
    <EditorPage
      title={content.title || words.fresh}
      back={back}
      badge={
        <Badge tone={state === 'visible' ? 'good' : state === 'changed' ? 'waiting' : 'neutral'} icon={state === 'visible' ? 'check' : 'write'}>
          {t.pages.state[state]}
        </Badge>
      }
      status={<SaveStatus state={status.state} at={status.at === null ? undefined : new Date(status.at)} />}
      outcome={state === 'draft' ? words.outcome.fresh : state === 'changed' ? words.outcome.changed : words.outcome.same}
      history={thing === undefined ? undefined : () => setHistory(true)}
      primary={{ label: state === 'draft' ? words.publish : words.update, onPress: () => void busy.run(publish), busy: busy.on }}
      secondary={more}
      preview={<PagePreview content={content} block={block} />}
    >
      <div class="editor-form">
        <ErrorSummary items={problems} note={problems.some(({ field }) => field !== undefined) ? words.lacksNote : undefined} />
        <HeadlineField id={FIELDS.title} label={words.heading} value={content.title} error={error(FIELDS.title)} onInput={(title) => desk.change({ title })} />
        <RichText
          id={FIELDS.text}
          label={words.text}
          help={words.textHelp}
          value={content.body}
          onChange={(body) => desk.change({ body })}
          onCursor={setBlock}
        />
        {thing?.role != null && <p class="meta">{thing.edited ? words.imprintNote : `${words.imprintNote} ${words.fileNote}`}</p>}
      </div>
      {history && (
        <HistorySheet
          current={content}
          wording={wordingOf(t)}
          list={() => api.listRevisions(id)}
          get={(revision) => api.getRevision(id, revision)}
          onRestore={(revision) => {
            setHistory(false)
            void restore(revision)
          }}
          onClose={() => setHistory(false)}
        />
      )}
    </EditorPage>
  )
}

/** One deed at a time. */
function useBusy(): { on: boolean; run(deed: () => Promise<void>): Promise<void> } {
  const [on, setOn] = useState(false)
  return {
    on,
    async run(deed) {
      setOn(true)
      await deed().finally(() => setOn(false))
    },
  }
}

function deedsOf(desk: PageDesk, content: PageContent, t: Words, show: (problems: FieldError[]) => void) {
  const words = t.pages.editor
  const failed = (answer: Exclude<Answer<unknown>, { ok: true }>) => {
    if (answer.problem?.code === 'precondition-failed') desk.meet(answer.problem.current as StaffPage)
    else show([{ text: answer.unreachable ? words.offline : words.failed }])
  }
  return {
    async publish() {
      const lacking = lacksOf(content)
      show(lacking.map((what) => ({ field: FIELDS[what], text: words.lacks[what] })))
      if (lacking.length > 0) return
      const saved = await desk.flush()
      if (saved === undefined) return show([{ text: words.offline }])
      if (!saved.may.includes('publish')) return say(words.nothing)
      const answer = await api.publish(saved)
      if (!answer.ok) return failed(answer)
      desk.adopt(answer.data)
      say(saved.published ? words.updated : words.published)
    },
    async discard() {
      const before = content
      const saved = await desk.flush()
      if (saved === undefined) return show([{ text: words.offline }])
      const answer = await api.discard(saved)
      if (!answer.ok) return failed(answer)
      desk.replace(answer.data)
      say(words.discarded, { undo: () => desk.change(before) })
    },
    async remove() {
      const saved = await desk.flush()
      if (saved === undefined) return show([{ text: words.offline }])
      const answer = await api.remove(saved)
      if (!answer.ok) return failed(answer)
      await desk.abandon()
      navigate(HOME)
      // A page that stood in the public comes back as a draft: publishing is a deed of its own.
      say(words.deleted(content.title), { undo: () => void api.save(saved.id, content, null).then(() => navigate(`${HOME}/${saved.id}`)) })
    },
    async restore(revision: string) {
      const before = content
      const saved = await desk.flush()
      if (saved === undefined) return show([{ text: words.offline }])
      const answer = await api.restoreRevision(saved, revision)
      if (!answer.ok) return failed(answer)
      desk.replace(answer.data)
      say(words.restored, { undo: () => desk.change(before) })
    },
  }
}
