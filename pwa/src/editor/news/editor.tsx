// SPDX-License-Identifier: EUPL-1.2
/** The editor of one item, in the order of the result: title, teaser, picture, text, when it appears. */

import { useRef, useState } from 'preact/hooks'
import { staff } from '../../api/staff'
import type { Image } from '../../api/types'
import { HistorySheet } from '../compose/history-sheet'
import { momentWords } from '../compose/moments'
import { RichText } from '../compose/rich-text'
import type { WhenProblem } from '../compose/when'
import { useWords } from '../i18n'
import { ImageField } from '../media/image-field'
import { shown as pictureShown } from '../media/pictures'
import { LockScreen } from '../push/lock-screen'
import { NotifyCard } from '../push/notify-card'
import { RingOutcome } from '../push/ring-outcome'
import { useRinging } from '../push/ringing'
import { useSession } from '../session'
import { ErrorSummary } from '../ui/errors'
import { HeadlineField } from '../ui/fields'
import { Icon } from '../ui/icon'
import { useKeys } from '../ui/keys'
import { useLoad } from '../ui/load'
import type { MenuItem } from '../ui/menu'
import { EditorPage } from '../ui/page'
import { SaveStatus } from '../ui/status'
import { say } from '../ui/toasts'
import { AppearCard } from './appear-card'
import { getRevision, listRevisions } from './api'
import { mainDeed, pictureOf } from './model'
import { NewsPreview } from './news-preview'
import { StateBadge } from './news-row'
import { outcomeWords } from './outcome'
import { ReturnDialog } from './return-dialog'
import { useDeeds, type NewsDesk } from './use-deeds'
import { wordingOf } from './wording'

interface Props {
  desk: NewsDesk
  id: string
  categories: { slug: string; name: string }[]
  back: { href: string; label: string }
}

/** The sizes of every picture that this text has shown; its content only names them. */
function usePictures(image: Image | null | undefined, id: string | undefined) {
  const known = useRef(new Map<string, Image>())
  if (image && id !== undefined && !known.current.has(id)) known.current.set(id, image)
  return known.current
}

/** Whether another person publishes what this one writes. */
function usePair(urgent: boolean): boolean {
  const { can } = useSession()
  const fourEyes = useLoad('settings', () => staff.GET('/api/v1/staff/settings')).data?.four_eyes === true
  return fourEyes && !(urgent && can('ADMIN'))
}

export function NewsEditor({ desk, id, categories, back }: Props) {
  const { t, language } = useWords()
  const { tenant } = useSession()
  const words = t.news.editor
  const { content, thing, status } = desk
  const [problems, setProblems] = useState<Partial<Record<'publish_at' | 'unpublish_at', WhenProblem>>>({})
  const [sheet, setSheet] = useState<'history' | 'return'>()
  const [block, setBlock] = useState<number>()
  const kept = thing?.content.image
  const pictures = usePictures(kept, kept?.media_id)
  const now = new Date()
  const seen = thing?.published_at != null && Date.parse(thing.published_at) <= now.getTime()
  const ringing = useRinging(id, content)
  const deeds = useDeeds(desk, problems, seen, ringing)
  const changed = status.state !== 'saved'
  const still = !changed && (thing?.state === 'visible' || thing?.state === 'scheduled') && !thing.unpublished_changes
  // What residents have as it is can still ring.
  const deed = mainDeed(thing, content, changed, usePair(content.urgent), now) ?? (still && ringing.wish !== null ? 'update' : undefined)
  const rings = ringing.wish !== null && deed !== undefined && deed !== 'submit' && deed !== 'restore'
  const onlyRings = rings && still && thing.state === 'visible'
  const picture = pictureOf(content, pictures)
  const shown = ringing.wish ?? thing?.notification ?? { title: content.title, text: content.teaser }
  const lock = { title: shown.title, text: shown.text, at: content.publish_at, on: rings || thing?.notification != null }
  const fixes: Record<string, string> = words.fixes
  const fix = (...names: string[]) => names.filter((name) => deeds.lacks.includes(name)).map((name) => fixes[name])[0]
  const when = (iso: string) => momentWords(new Date(iso), now, language)
  useKeys({
    'ctrl+s': {
      label: t.compose.alreadySaved,
      group: 'here',
      run: () => void desk.flush().then((saved) => saved !== undefined && say(t.compose.alreadySaved)),
    },
  })

  const may = (verb: NonNullable<typeof thing>['may'][number]) => thing?.may.includes(verb) === true
  const more: MenuItem[] = []
  if (thing?.state === 'visible') more.push({ label: t.news.view, icon: 'eye', href: `/aktuelles/${id}` })
  if (may('return')) more.push({ label: t.news.giveBack, icon: 'undo', onSelect: () => setSheet('return') })
  if (may('discard')) more.push({ label: t.news.discard, icon: 'undo', onSelect: () => void deeds.discard() })
  if (may('withdraw')) more.push({ label: t.news.withdraw, icon: 'hidden', onSelect: () => void deeds.withdraw() })
  if (may('delete')) more.push({ label: t.news.delete, icon: 'bin', onSelect: () => void deeds.remove() })

  return (
    <EditorPage
      title={content.title === '' ? words.new : content.title}
      back={back}
      badge={<StateBadge state={thing?.state ?? 'draft'} />}
      status={(thing !== undefined || status.state !== 'saved') && <SaveStatus state={status.state} at={status.at === null ? undefined : new Date(status.at)} />}
      outcome={<RingOutcome rings={rings} alone={onlyRings} ringing={ringing} words={outcomeWords(deed, thing, content, now, t, language)} />}
      history={thing === undefined ? undefined : () => setSheet('history')}
      primary={deed && { label: onlyRings ? t.push.send : words[deed], onPress: () => void deeds.press(deed), busy: deeds.busy }}
      secondary={more}
      preview={<NewsPreview content={content} picture={picture} thing={thing} categories={categories} tenant={tenant} block={block} notification={ringing.available && <LockScreen {...lock} />} />}
    >
      <div class="editor-form">
        <ErrorSummary items={deeds.errors} title={words.missing(deeds.errors.length)} note={words.safe} />
        {status.state === 'offline' && <Notice icon="offline">{words.offlineNote}</Notice>}
        {status.state === 'error' && <Notice icon="alert">{words.refused}</Notice>}
        {thing?.returned_note != null && <Notice icon="undo">{words.returned(thing.returned_note)}</Notice>}
        {thing?.submitted_at != null && <Notice icon="stamp">{words.waiting(thing.submitted_by ?? t.compose.somebody, when(thing.submitted_at))}</Notice>}
        {thing?.source?.imported === true && !thing.source.edited && <Notice icon="feed">{words.sourceNote(thing.source.name)}</Notice>}
        <HeadlineField
          id="news-title"
          label={words.headline}
          value={content.title}
          advice={80}
          error={fix('title')}
          onInput={(title) => desk.change({ title })}
        />
        <HeadlineField
          lead
          id="news-teaser"
          label={words.teaser}
          value={content.teaser}
          advice={160}
          error={fix('text')}
          onInput={(teaser) => desk.change({ teaser })}
        />
        <ImageField
          id="news-image"
          value={content.image}
          altError={fix('image_alt')}
          onChange={(image, chosen) => {
            if (chosen !== undefined) pictures.set(chosen.id, pictureShown(chosen))
            desk.change({ image })
          }}
        />
        <RichText id="news-body" label={words.text} help={words.textHelp} value={content.body} onChange={(body) => desk.change({ body })} onCursor={setBlock} />
        <AppearCard
          content={content}
          categories={categories}
          seen={seen}
          fix={fix}
          onChange={desk.change}
          onProblem={(field, problem) => setProblems((before) => ({ ...before, [field]: problem }))}
        />
        <NotifyCard
          ringing={ringing}
          item={{ ...content, id }}
          told={thing?.notification ?? null}
          categories={categories}
          lacks={deeds.lacks}
          elsewhere={deed === 'submit' || (thing?.submitted_at != null && deed === undefined)}
        />
      </div>
      {sheet === 'history' && (
        <HistorySheet
          current={content}
          wording={wordingOf(t, categories, language)}
          list={() => listRevisions(id)}
          get={(revision) => getRevision(id, revision)}
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

function Notice({ icon, children }: { icon: Parameters<typeof Icon>[0]['name']; children: string }) {
  return (
    <p class="editor-notice">
      <Icon name={icon} />
      <span>{children}</span>
    </p>
  )
}
