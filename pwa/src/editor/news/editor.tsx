// SPDX-License-Identifier: EUPL-1.2
/** The editor of one item, in the order of the result: title, teaser, picture, text, when it appears. */

import { useState } from 'preact/hooks'
import { useWords } from '../i18n'
import { LockScreen } from '../push/lock-screen'
import { topicNames, topicsOf, URGENT } from '../push/model'
import { NotifyCard } from '../push/notify-card'
import { useRinging } from '../push/ringing'
import { AppearCard } from '../publishing/appear-card'
import { ItemEditor } from '../publishing/item-editor'
import { pictureOf } from '../publishing/model'
import { PictureAndText } from '../publishing/picture-and-text'
import { isSeen, standingOf, usePair, usePictures } from '../publishing/standing'
import { useDeeds, type Writing } from '../publishing/use-deeds'
import { useSession } from '../session'
import { Checkbox, HeadlineField } from '../ui/fields'
import { errorsOf } from './lacking'
import { lacksOf, LIST, verbs, type NewsContent, type StaffNews } from './model'
import { NewsPreview } from './news-preview'
import { wordingOf } from './wording'

interface Props {
  desk: Writing<NewsContent, StaffNews>
  id: string
  categories: { slug: string; name: string }[]
}

export function NewsEditor({ desk, id, categories }: Props) {
  const { t, language } = useWords()
  const { tenant } = useSession()
  const words = t.news.editor
  const { content, thing } = desk
  const [problems, setProblems] = useState<Record<string, boolean>>({})
  const [block, setBlock] = useState<number>()
  const pictures = usePictures(thing?.content.image)
  const now = new Date()
  const seen = isSeen(thing, now)
  const topics = topicsOf('news', content.category)
  const warned = [...topics, URGENT]
  const ringing = useRinging(id, { ...content, topics: content.urgent ? warned : topics, louder: warned })
  const missing = () => {
    const moment = new Date()
    const found = lacksOf(content, moment)
    if (!seen && content.publish_at !== null && Date.parse(content.publish_at) <= moment.getTime()) found.push('past')
    if (!seen && problems.publish_at) found.push('publish_at')
    if (problems.unpublish_at && !found.includes('unpublish_at')) found.push('unpublish_at')
    return found
  }
  const errors = (lacks: string[]) => errorsOf(lacks, content, new Date(), t, language)
  const deeds = useDeeds(desk, { verbs, home: LIST, missing, errors, ringing })
  const standing = standingOf(desk, ringing, usePair(content.urgent), now)
  const picture = pictureOf(content.image, pictures)
  const fixes: Record<string, string> = words.fixes
  const fix = (...names: string[]) => names.filter((name) => deeds.lacks.includes(name)).map((name) => fixes[name])[0]

  return (
    <ItemEditor
      desk={desk}
      id={id}
      title={content.title === '' ? words.new : content.title}
      back={{ href: LIST, label: t.news.title }}
      view={`/aktuelles/${id}`}
      verbs={verbs}
      deeds={deeds}
      ringing={ringing}
      standing={standing}
      wording={wordingOf(t, categories, language)}
      preview={
        <NewsPreview
          content={content}
          picture={picture}
          thing={thing}
          categories={categories}
          tenant={tenant}
          block={block}
          notification={ringing.available && <LockScreen {...standing.lock} />}
        />
      }
    >
      <HeadlineField id="news-title" label={words.headline} value={content.title} advice={80} error={fix('title')} onInput={(title) => desk.change({ title })} />
      <HeadlineField lead id="news-teaser" label={words.teaser} value={content.teaser} advice={160} error={fix('text')} onInput={(teaser) => desk.change({ teaser })} />
      <PictureAndText id="news" content={content} altError={fix('image_alt')} pictures={pictures} onChange={desk.change} onCursor={setBlock} />
      <AppearCard
        id="news"
        content={content}
        categories={categories}
        seen={seen}
        endHelp={words.endHelp}
        fix={fix}
        onChange={desk.change}
        onProblem={(field, problem) => setProblems((before) => ({ ...before, [field]: problem }))}
      >
        <Checkbox id="news-urgent" label={t.news.urgent} help={t.news.urgentHelp} checked={content.urgent} onChange={(urgent) => desk.change({ urgent })} />
      </AppearCard>
      <NotifyCard
        ringing={ringing}
        item={content}
        url={`/aktuelles/${id}`}
        about={t.push.about.news}
        told={thing?.notification ?? null}
        names={topicNames('news', categories, t)}
        lacks={deeds.lacks}
        elsewhere={standing.elsewhere}
      />
    </ItemEditor>
  )
}
