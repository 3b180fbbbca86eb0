// SPDX-License-Identifier: EUPL-1.2
/** The item as residents will see it: their own article and list, on a phone. */

import type { ComponentChildren } from 'preact'
import { useMemo, useState } from 'preact/hooks'
import type { Image, NewsItem, Tenant } from '../../api/types'
import { useTexts } from '../../i18n'
import { Body, Head, Kicker, ShareButton } from '../../news/article-page'
import { NewsRow } from '../../news/news-card'
import { FrameContext, Page } from '../../ui/frame'
import { FRAME, Phone } from '../compose/preview'
import { useWords } from '../i18n'
import { Segmented } from '../ui/fields'
import type { NewsContent, StaffNews } from './model'

interface Props {
  content: NewsContent
  picture: Image | null
  thing: StaffNews | undefined
  categories: { slug: string; name: string }[]
  tenant: Tenant
  block: number | undefined
  /** How a locked phone shows it; without it there is no such view. */
  notification?: ComponentChildren
}

function itemOf({ content, picture, thing, categories }: Props): NewsItem {
  const now = new Date().toISOString()
  const category = categories.find(({ slug }) => slug === content.category)
  const published = thing?.published_at ?? content.publish_at ?? now
  return {
    id: thing?.id ?? '',
    title: content.title,
    teaser: content.teaser,
    body: content.body,
    category: category ?? null,
    image: picture,
    published_at: published,
    updated_at: published > now ? published : now,
    unpublish_at: content.unpublish_at,
    urgent: content.urgent,
    source_name: thing?.source?.name ?? null,
    source_url: thing?.source?.url ?? null,
  }
}

export function NewsPreview(props: Props) {
  const { t } = useWords()
  const { t: resident } = useTexts()
  const [view, setView] = useState('article')
  const { content, picture, thing, categories, tenant, block, notification } = props
  const item = useMemo(() => itemOf({ content, picture, thing, categories, tenant, block }), [content, picture, thing, categories, tenant, block])
  const shown = useMemo(() => {
    const boot = { tenant }
    return (
      <FrameContext.Provider value={FRAME}>
        {view === 'article' ? (
          <Page title="" heading={false} back={{ href: '/aktuelles', label: resident.tabs.news }} action={<ShareButton title={item.title} />}>
            <article class="article">
              <Kicker item={item} boot={boot} />
              <h1 lang={tenant.language}>{item.title === '' ? t.news.untitled : item.title}</h1>
              <Head item={item} boot={boot} />
              <Body item={item} boot={boot} />
            </article>
          </Page>
        ) : (
          <Page title={resident.tabs.news} back={{ href: '/', label: resident.tabs.start }}>
            <ul class="card news-list" role="list">
              <NewsRow item={item} level={2} lang={tenant.language} />
            </ul>
          </Page>
        )}
      </FrameContext.Provider>
    )
  }, [view, item, tenant, resident, t])
  const words = t.publishing.editor
  return (
    <>
      <Segmented
        id="news-view"
        label={words.views}
        quiet
        value={view}
        options={[
          { value: 'article', label: t.news.editor.article },
          { value: 'list', label: words.list },
          ...(notification ? [{ value: 'notification', label: t.push.one }] : []),
        ]}
        onChoose={setView}
      />
      {view === 'notification' ? (
        notification
      ) : (
        <Phone title={t.compose.previewOf(view === 'article' ? t.news.editor.article : words.list)} block={view === 'article' ? block : undefined}>
          {shown}
        </Phone>
      )}
      <p class="muted phone-hint">{t.compose.previewHint}</p>
    </>
  )
}
