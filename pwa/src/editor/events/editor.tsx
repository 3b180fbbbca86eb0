// SPDX-License-Identifier: EUPL-1.2
/** The editor of one event: its name, when, where and who, picture and text, what it costs, when it appears. */

import { useState } from 'preact/hooks'
import { same } from '../compose/merge'
import { useWords } from '../i18n'
import { LockScreen } from '../push/lock-screen'
import { topicNames, topicsOf } from '../push/model'
import { NotifyCard } from '../push/notify-card'
import { useRinging } from '../push/ringing'
import { AppearCard } from '../publishing/appear-card'
import { ItemEditor } from '../publishing/item-editor'
import { pictureOf } from '../publishing/model'
import { PictureAndText } from '../publishing/picture-and-text'
import { isSeen, standingOf, usePair, usePictures } from '../publishing/standing'
import { useDeeds, type Writing } from '../publishing/use-deeds'
import { useSession } from '../session'
import { HeadlineField } from '../ui/fields'
import { useRoom } from '../ui/room'
import { say } from '../ui/toasts'
import { problemsOf, useDates, type When } from './dates'
import { DatesFolded, DatesPanel } from './dates-panel'
import './dates.scss'
import './events.scss'
import './exceptions.scss'
import { lacksOf, LIST, verbs, type EventContent, type StaffEvent } from './model'
import { MoreCard } from './more-card'
import { EventPreview } from './preview'
import { useSeriesDeeds } from './series-deeds'
import { WhenCard } from './when-card'
import { WhereCard } from './where-card'
import { errorsOf, wordingOf } from './wording'

interface Props {
  desk: Writing<EventContent, StaffEvent>
  id: string
  categories: { slug: string; name: string }[]
}

export function EventEditor({ desk, id, categories }: Props) {
  const { t, language } = useWords()
  const { tenant, person } = useSession()
  const wide = useRoom('wide')
  const words = t.events.editor
  const { content, thing } = desk
  /** Fields in which something stands that cannot be kept: "price-0" is the first of its kind. */
  const [problems, setProblems] = useState<Record<string, boolean>>({})
  const [block, setBlock] = useState<number>()
  const pictures = usePictures(thing?.content.image)
  const now = new Date()
  const seen = isSeen(thing, now)
  const drop = (misses: string[], fitting: When | undefined) => {
    const { timing, changes } = content
    // Looking at what somebody else brought in changes nothing of it.
    if (thing !== undefined && same([timing, changes], [thing.content.timing, thing.content.changes])) return
    const fits = ({ at }: { at: string }) => !misses.includes(at)
    desk.change({ timing: { ...timing, excluded: timing.excluded.filter(fits) }, changes: changes.filter(fits) })
    say(t.events.except.dropped(misses.length), fitting && { undo: () => desk.change(fitting) })
  }
  const dates = useDates(content, drop)
  const wrong = dates.fresh ? problemsOf(dates.dates) : []
  const ringing = useRinging(id, { ...content, urgent: false, topics: topicsOf('events', content.category), louder: [] })
  const missing = () => {
    const moment = new Date()
    const found = lacksOf(content, moment)
    if (content.timing.start !== null) found.push(...wrong)
    if (!seen && content.publish_at !== null && Date.parse(content.publish_at) <= moment.getTime()) found.push('past')
    const unread = Object.keys(problems).filter((name) => problems[name]).map((name) => name.split('-')[0] ?? name)
    found.push(...new Set(unread.filter((name) => !found.includes(name) && (name !== 'publish_at' || !seen))))
    return found
  }
  const errors = (lacks: string[]) => errorsOf(lacks, content, new Date(), t, language)
  const deeds = useDeeds(desk, { verbs, home: LIST, missing, errors, ringing })
  const pair = usePair()
  const standing = standingOf(desk, ringing, pair, now)
  const series = useSeriesDeeds(desk)
  const fixes: Record<string, string> = words.fixes
  const fix = (...names: string[]) => names.filter((name) => deeds.lacks.includes(name)).map((name) => fixes[name] ?? errorsOf([name], content, now, t, language)[0]?.text)[0]
  const onProblem = (field: string, problem: boolean) => setProblems((before) => ({ ...before, [field]: problem }))
  const panel = { content, shown: dates, deeds: series.date }
  const sentences: Record<string, string> = t.events.dates.problems
  const said = Object.fromEntries(wrong.map((name) => [name, sentences[name] ?? t.events.dates.problems.other]))

  return (
    <ItemEditor
      desk={desk}
      id={id}
      title={content.title === '' ? words.new : content.title}
      back={{ href: LIST, label: t.events.title }}
      view={`/termine/${id}`}
      verbs={verbs}
      deeds={deeds}
      ringing={ringing}
      standing={standing}
      wording={wordingOf(t, categories, language)}
      more={thing === undefined ? [] : series.menu}
      beside={{ label: t.events.dates.short, children: <DatesPanel {...panel} /> }}
      preview={
        <EventPreview
          content={content}
          picture={pictureOf(content.image, pictures)}
          thing={thing}
          dates={dates.dates}
          categories={categories}
          tenant={tenant}
          block={block}
          notification={ringing.available && <LockScreen {...standing.lock} />}
        />
      }
    >
      {series.notice}
      <HeadlineField id="event-title" label={words.headline} value={content.title} advice={80} error={fix('title')} onInput={(title) => desk.change({ title })} />
      <WhenCard when={content} error={fix('timing')} problems={said} onChange={({ timing, changes }) => desk.change({ timing, changes })} onProblem={onProblem}>
        {!wide && content.timing.start !== null && <DatesFolded {...panel} />}
      </WhenCard>
      <WhereCard content={content} fixed={person.organiser?.name} error={fix('place')} onChange={desk.change} onProblem={(problem) => onProblem('place', problem)} />
      <HeadlineField lead id="event-teaser" label={words.teaser} value={content.teaser} advice={160} onInput={(teaser) => desk.change({ teaser })} />
      <PictureAndText id="event" content={content} altError={fix('image_alt')} pictures={pictures} onChange={desk.change} onCursor={setBlock} />
      <MoreCard content={content} fix={fix} onChange={desk.change} onProblem={onProblem} />
      <AppearCard id="event" content={content} categories={categories} seen={seen} endHelp={words.endHelp} fix={fix} onChange={desk.change} onProblem={onProblem} />
      <NotifyCard
        ringing={ringing}
        item={content}
        url={`/termine/${id}`}
        about={t.push.about.events}
        told={thing?.notification ?? null}
        names={topicNames('events', categories, t)}
        lacks={deeds.lacks}
        elsewhere={standing.elsewhere}
      />
      {series.dialog}
    </ItemEditor>
  )
}
