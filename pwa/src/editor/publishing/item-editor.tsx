// SPDX-License-Identifier: EUPL-1.2
/** Around the fields of an item: bar with state and main button, "…", what stands above the first field, history. Knows no content. */

import type { ComponentChildren } from 'preact'
import { useState } from 'preact/hooks'
import type { Wording } from '../compose/conflict-page'
import { HistorySheet } from '../compose/history-sheet'
import { momentWords } from '../compose/moments'
import { useWords } from '../i18n'
import { RingOutcome } from '../push/ring-outcome'
import type { Ringing } from '../push/ringing'
import { ErrorSummary } from '../ui/errors'
import { Icon } from '../ui/icon'
import { useKeys } from '../ui/keys'
import type { MenuItem } from '../ui/menu'
import { EditorPage } from '../ui/page'
import { SaveStatus } from '../ui/status'
import { say } from '../ui/toasts'
import type { Item, Planned, Verb } from './model'
import { outcomeWords } from './outcome'
import { ReturnDialog } from './return-dialog'
import type { Standing } from './standing'
import { StateBadge } from './state-badge'
import type { Deeds, Writing } from './use-deeds'
import type { Verbs } from './verbs'

interface Props<C, T> {
  desk: Writing<C, T>
  id: string
  title: string
  back: { href: string; label: string }
  /** Where residents see it. */
  view: string
  verbs: Verbs<C, T>
  deeds: Deeds
  ringing: Ringing
  standing: Standing
  wording: Wording<C>
  preview: ComponentChildren
  /** A column of its own beside the fields; the preview then takes its place on demand. */
  beside?: { label: string; children: ComponentChildren }
  more?: MenuItem[]
  children: ComponentChildren
}

export function ItemEditor<C extends Planned, T extends Item>(props: Props<C, T>) {
  const { desk, id, title, back, view, verbs, deeds, ringing, standing, wording, preview, beside, more = [], children } = props
  const { t, language } = useWords()
  const words = t.publishing.editor
  const [sheet, setSheet] = useState<'history' | 'return'>()
  const { content, thing, status } = desk
  const { deed, rings, onlyRings } = standing
  const now = new Date()
  const when = (iso: string) => momentWords(new Date(iso), now, language)
  useKeys({
    'ctrl+s': {
      label: t.compose.alreadySaved,
      group: 'here',
      run: () => void desk.flush().then((saved) => saved !== undefined && say(t.compose.alreadySaved)),
    },
  })
  const may = (verb: Verb) => thing?.may.includes(verb) === true
  const menu: MenuItem[] = [...more]
  if (thing?.state === 'visible') menu.push({ label: t.publishing.view, icon: 'eye', href: view })
  if (may('return')) menu.push({ label: t.publishing.giveBack, icon: 'undo', onSelect: () => setSheet('return') })
  if (may('discard')) menu.push({ label: t.publishing.discard, icon: 'undo', onSelect: () => void deeds.discard() })
  if (may('withdraw')) menu.push({ label: t.publishing.withdraw, icon: 'hidden', onSelect: () => void deeds.withdraw() })
  if (may('delete')) menu.push({ label: t.publishing.delete, icon: 'bin', onSelect: () => void deeds.remove() })
  return (
    <EditorPage
      title={title}
      back={back}
      badge={<StateBadge state={thing?.state ?? 'draft'} />}
      status={(thing !== undefined || status.state !== 'saved') && <SaveStatus state={status.state} at={status.at === null ? undefined : new Date(status.at)} />}
      outcome={<RingOutcome rings={rings} alone={onlyRings} ringing={ringing} words={outcomeWords(deed, thing, content, now, t, language)} />}
      history={thing === undefined ? undefined : () => setSheet('history')}
      primary={deed && { label: onlyRings ? t.push.send : words[deed], onPress: () => void deeds.press(deed), busy: deeds.busy }}
      secondary={menu}
      preview={preview}
      beside={beside}
    >
      <div class="editor-form">
        <ErrorSummary items={deeds.errors} title={words.missing(deeds.errors.length)} note={words.safe} />
        {status.state === 'offline' && <Notice icon="offline">{words.offlineNote}</Notice>}
        {status.state === 'error' && <Notice icon="alert">{words.refused}</Notice>}
        {thing?.returned_note != null && <Notice icon="undo">{words.returned(thing.returned_note)}</Notice>}
        {thing?.submitted_at != null && <Notice icon="stamp">{words.waiting(thing.submitted_by ?? t.compose.somebody, when(thing.submitted_at))}</Notice>}
        {thing?.source?.imported === true && !thing.source.edited && <Notice icon="feed">{words.sourceNote(thing.source.name)}</Notice>}
        {children}
      </div>
      {sheet === 'history' && (
        <HistorySheet
          current={content}
          wording={wording}
          list={() => verbs.listRevisions(id)}
          get={(revision) => verbs.getRevision(id, revision)}
          onRestore={(revision) => {
            setSheet(undefined)
            void deeds.restoreRevision(revision)
          }}
          onClose={() => setSheet(undefined)}
        />
      )}
      {sheet === 'return' && <ReturnDialog onReturn={deeds.giveBack} onClose={() => setSheet(undefined)} />}
    </EditorPage>
  )
}

export function Notice({ icon, children }: { icon: Parameters<typeof Icon>[0]['name']; children: ComponentChildren }) {
  return (
    <div class="editor-notice">
      <Icon name={icon} />
      <div>{children}</div>
    </div>
  )
}
