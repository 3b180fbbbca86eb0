// SPDX-License-Identifier: EUPL-1.2
/** One service: what residents read of it, by the source or by the municipality itself. Visible as soon as it is published. */

import { useMemo, useState } from 'preact/hooks'
import { staff } from '../../../api/staff'
import type { Wording } from '../../compose/conflict-page'
import { useWords, type Words } from '../../i18n'
import { DeskPage } from '../../publishing/desk-page'
import { Notice } from '../../publishing/item-editor'
import type { Writing } from '../../publishing/use-deeds'
import type { Verbs } from '../../publishing/verbs'
import { Badge } from '../../ui/badge'
import { ErrorSummary, type FieldError } from '../../ui/errors'
import { HeadlineField } from '../../ui/fields'
import { useLoad } from '../../ui/load'
import type { MenuItem } from '../../ui/menu'
import { EditorPage } from '../../ui/page'
import { SaveStatus } from '../../ui/status'
import { SERVICES } from '../places'
import '../services.scss'
import { originWords } from '../wording'
import { CODES, moduleOf, sourceContent, type Content } from './content'
import { FIELDS, useServiceDeeds } from './deeds'
import { FindingCard } from './finding-card'
import { FurtherCard } from './further-card'
import { OnlineCard } from './online-card'
import { ServicePreview } from './preview'
import { TextCard } from './text-card'
import { baseOf, serviceVerbs, type Thing } from './verbs'

const EMPTY = sourceContent(undefined)

export function ServiceEditorPage({ id }: { id: string }) {
  const { t } = useWords()
  const [refused, setRefused] = useState<Record<string, unknown>>({})
  const verbs = useMemo(() => serviceVerbs(setRefused), [])
  const words = t.services.editor
  return (
    <DeskPage<Content, Thing>
      asked
      name="service"
      id={id}
      home={SERVICES}
      title={t.services.title}
      words={words}
      empty={EMPTY}
      verbs={verbs}
      read={baseOf}
      wording={wordingOf(t)}
    >
      {(desk) => <Editor key={id} desk={desk} save={verbs.save} refused={refused} />}
    </DeskPage>
  )
}

function wordingOf(t: Words): Wording<Content> {
  const words = t.services.editor
  const names: Record<string, string> = words.parts
  const texts = ['fees', 'duration', 'deadlines', ...CODES.map(moduleOf)] as const
  const list = (value: unknown) => (value as (string | { label: string })[]).map((each) => (typeof each === 'string' ? each : each.label)).join(', ')
  return {
    fields: ['title', 'teaser', ...texts, 'situation', 'synonyms', 'url', 'forms', 'links', 'offices'],
    texts: [...texts],
    label: (field) => names[field] ?? field,
    words: (field, value) => (field === 'offices' ? words.officeCount((value as string[]).length) : Array.isArray(value) ? list(value) : String(value)),
  }
}

interface Props {
  desk: Writing<Content, Thing>
  save: Verbs<Content, Thing>['save']
  /** What the server did not take, by field. */
  refused: Record<string, unknown>
}

function Editor({ desk, save, refused }: Props) {
  const { t } = useWords()
  const words = t.services.editor
  const { content, thing, status, change } = desk
  const [unread, setUnread] = useState<ReadonlySet<string>>(new Set())
  const situations = useLoad('services/situations', () => staff.GET('/api/v1/staff/services/situations'))
  const offices = useLoad('services/offices', () => staff.GET('/api/v1/staff/services/offices'))
  const deeds = useServiceDeeds(desk, save, unread)
  const problem = (field: string, wrong: boolean) =>
    setUnread((before) => {
      const next = new Set(before)
      if (wrong) next.add(field)
      else next.delete(field)
      return next
    })
  const isRefused = status.state === 'error'
  const problems = useMemo<FieldError[]>(() => {
    if (!isRefused) return deeds.errors
    return [refused['url'] ? { field: FIELDS.url, text: words.urlRefused } : { text: words.refused }]
  }, [isRefused, refused, deeds.errors, words])
  const error = (field: string) => problems.find((each) => each.field === field)?.text
  const more: MenuItem[] = []
  if (thing !== undefined) {
    const may = (verb: StaffVerb) => thing.may.includes(verb)
    if (!thing.hidden) more.push({ label: t.services.view, icon: 'ext', href: `/dienste/${thing.id}` })
    if (may('hide')) more.push({ label: t.services.hide, icon: 'hidden', onSelect: () => deeds.hide(thing) })
    if (may('unhide')) more.push({ label: t.services.show, icon: 'eye', onSelect: () => deeds.show(thing) })
    if (may('reset')) more.push({ label: words.reset, icon: 'undo', onSelect: () => deeds.reset(thing) })
    if (may('delete')) more.push({ label: words.delete, icon: 'bin', onSelect: () => deeds.remove(thing) })
  }
  return (
    <EditorPage
      title={content.title || words.fresh}
      back={{ href: SERVICES, label: t.services.title }}
      badge={
        thing?.hidden === true ? (
          <Badge icon="hidden">{t.services.hidden}</Badge>
        ) : (
          <Badge tone={thing === undefined ? 'neutral' : 'good'} icon={thing === undefined ? 'write' : 'check'}>
            {thing === undefined ? t.publishing.state.draft : t.publishing.state.visible}
          </Badge>
        )
      }
      status={<SaveStatus state={isRefused ? 'kept' : status.state} at={status.at === null ? undefined : new Date(status.at)} />}
      outcome={thing === undefined ? words.outcome.fresh : status.state === 'saved' ? words.outcome.same : thing.hidden ? words.outcome.hidden : words.outcome.changed}
      primary={{ label: thing === undefined ? words.publish : words.update, onPress: deeds.publish, busy: deeds.busy }}
      secondary={more}
      preview={<ServicePreview content={content} thing={thing} situations={situations.data ?? []} />}
    >
      <div class="editor-form">
        <ErrorSummary items={problems} title={isRefused ? words.refusedTitle : undefined} note={problems.some(({ field }) => field !== undefined) ? words.safe : undefined} />
        {status.state === 'offline' && <Notice icon="offline">{t.publishing.unreachable}</Notice>}
        {thing !== undefined && thing.origin !== 'own' && <Notice icon="feed">{words.sourceNote(originWords({ ...thing, own: false }, t))}</Notice>}
        <HeadlineField id={FIELDS.title} label={words.parts.title} value={content.title} error={error(FIELDS.title)} advice={60} onInput={(title) => change({ title })} />
        <HeadlineField lead id="service-teaser" label={words.parts.teaser} optional value={content.teaser} advice={120} onInput={(teaser) => change({ teaser })} />
        <OnlineCard
          url={content.url}
          links={thing?.links ?? []}
          error={error(FIELDS.url)}
          onChange={(url) => change({ url })}
          onProblem={(wrong) => problem(FIELDS.url, wrong)}
        />
        <TextCard content={content} source={thing?.source} onChange={change} />
        <FurtherCard content={content} onChange={change} onProblem={problem} />
        <FindingCard content={content} situations={situations.data ?? []} offices={offices.data ?? []} onChange={change} />
      </div>
    </EditorPage>
  )
}

type StaffVerb = Thing['may'][number]
