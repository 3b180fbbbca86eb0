// SPDX-License-Identifier: EUPL-1.2
/** One page: written, looked at, published; its history and the way back. Saves itself. */

import { useState } from 'preact/hooks'
import type { Answer } from '../../api/staff'
import { navigate } from '../../ui/router'
import type { Wording } from '../compose/conflict-page'
import { HistorySheet } from '../compose/history-sheet'
import { RichText } from '../compose/rich-text'
import { useWords, type Words } from '../i18n'
import { DeskPage } from '../publishing/desk-page'
import type { Writing } from '../publishing/use-deeds'
import { Badge } from '../ui/badge'
import { ErrorSummary, type FieldError } from '../ui/errors'
import { HeadlineField } from '../ui/fields'
import type { MenuItem } from '../ui/menu'
import { EditorPage } from '../ui/page'
import { SaveStatus } from '../ui/status'
import { say } from '../ui/toasts'
import { HOME } from './list-page'
import { baseOf, EMPTY, lacksOf, stateOf, verbs, type PageContent, type StaffPage } from './model'
import { PagePreview } from './preview'

type PageDesk = Writing<PageContent, StaffPage>
const FIELDS = { title: 'seite-titel', text: 'seite-text' }

export function PageEditorPage({ id }: { id: string }) {
  const { t } = useWords()
  return (
    <DeskPage<PageContent, StaffPage>
      name="page"
      id={id}
      home={HOME}
      title={t.pages.title}
      words={t.pages.editor}
      empty={EMPTY}
      verbs={verbs}
      read={baseOf}
      wording={wordingOf(t)}
    >
      {(desk) => <Editor key={id} id={id} desk={desk} />}
    </DeskPage>
  )
}

function wordingOf(t: Words): Wording<PageContent> {
  const names: Record<string, string> = t.pages.editor.fields
  return { fields: ['title', 'body'], texts: ['body'], label: (field) => names[field] ?? field, words: (_field, value) => String(value) }
}

function Editor({ id, desk }: { id: string; desk: PageDesk }) {
  const { t } = useWords()
  const words = t.pages.editor
  const [problems, setProblems] = useState<FieldError[]>([])
  const [history, setHistory] = useState(false)
  const [block, setBlock] = useState<number>()
  const { content, thing, status } = desk
  const state = thing === undefined ? 'draft' : stateOf(thing)
  const busy = useBusy()
  const { publish, discard, remove, restore } = deedsOf(desk, t, setProblems)
  const error = (field: string) => problems.find((problem) => problem.field === field)?.text
  const more: MenuItem[] = [
    ...(thing?.published === true ? [{ label: words.open, icon: 'ext' as const, href: `/seite/${thing.slug}` }] : []),
    ...(thing?.may.includes('discard') ? [{ label: words.discard, icon: 'undo' as const, onSelect: () => void discard() }] : []),
    ...(thing?.may.includes('delete') ? [{ label: words.delete, icon: 'bin' as const, onSelect: () => void remove() }] : []),
  ]
  return (
    <EditorPage
      title={content.title || words.fresh}
      back={{ href: HOME, label: t.pages.title }}
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
          list={() => verbs.listRevisions(id)}
          get={(revision) => verbs.getRevision(id, revision)}
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

function deedsOf(desk: PageDesk, t: Words, show: (problems: FieldError[]) => void) {
  const words = t.pages.editor
  const { content } = desk
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
      const answer = await verbs.act('publish', saved)
      if (!answer.ok) return failed(answer)
      desk.adopt(answer.data)
      say(saved.published ? words.updated : words.published)
    },
    async discard() {
      const before = content
      const saved = await desk.flush()
      if (saved === undefined) return show([{ text: words.offline }])
      const answer = await verbs.act('discard', saved)
      if (!answer.ok) return failed(answer)
      desk.replace(answer.data)
      say(words.discarded, { undo: () => desk.change(before) })
    },
    async remove() {
      const saved = await desk.flush()
      if (saved === undefined) return show([{ text: words.offline }])
      const answer = await verbs.remove(saved)
      if (!answer.ok) return failed(answer)
      await desk.abandon()
      navigate(HOME)
      // A page that stood in the public comes back as a draft: publishing is a deed of its own.
      say(words.deleted(content.title), { undo: () => void verbs.save(saved.id, content, null).then(() => navigate(`${HOME}/${saved.id}`)) })
    },
    async restore(revision: string) {
      const before = content
      const saved = await desk.flush()
      if (saved === undefined) return show([{ text: words.offline }])
      const answer = await verbs.restoreRevision(saved, revision)
      if (!answer.ok) return failed(answer)
      desk.replace(answer.data)
      say(words.restored, { undo: () => desk.change(before) })
    },
  }
}
