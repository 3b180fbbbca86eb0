// SPDX-License-Identifier: EUPL-1.2
/** One news item: what, from whom, how old, and where it came from. */

import type { ComponentChildren } from 'preact'
import type { Bootstrap, Category, NewsItem, NewsListItem } from '../api/types'
import { useTexts } from '../i18n'
import { useCached } from '../offline/cached'
import { Page } from '../ui/frame'
import { hostOf } from '../ui/host'
import { Icon } from '../ui/icon'
import { Figure } from '../ui/picture'
import { Prose } from '../ui/prose'
import { Share } from '../ui/share'
import { Gate, Skeleton } from '../ui/states'
import { seen } from './seen'

/** Imported news often repeat their first sentences as teaser; nobody needs to read them twice. */
export function leadOf(item: NewsItem): string {
  const plain = (text: string) => text.replace(/<[^>]*>/g, ' ').replace(/&\w+;/g, ' ').replace(/[\s.…]+/g, ' ').trim()
  return plain(item.body).startsWith(plain(item.teaser)) ? '' : item.teaser
}

export function ShareButton({ title }: { title: string }) {
  return <Share title={title} words={useTexts().t.article} />
}

export function ArticlePage({ boot, id }: { boot: Bootstrap; id: string }) {
  const { t } = useTexts()
  const article = useCached<NewsItem>('article', `/api/v1/news/${encodeURIComponent(id)}`)
  const known = article.data ?? seen(id)
  const back = { href: '/aktuelles', label: t.tabs.news }
  if (article.state === 'missing')
    return (
      <Page title={t.article.goneTitle} back={back}>
        <p role="status">{t.article.gone}</p>
        <p class="buttons">
          <a class="kern-btn kern-btn--secondary" href="/aktuelles">
            <span class="kern-label">{t.article.toNews}</span>
          </a>
        </p>
      </Page>
    )
  const title = known?.title ?? t.article.fallbackTitle
  return (
    <Page
      title={title}
      heading={false}
      back={back}
      storedAt={article.storedAt}
      action={known && <ShareButton title={title} />}
    >
      <article class="article">
        {known && <Kicker item={known} boot={boot} />}
        {/* One and the same element before and after the answer: it has the focus after a move. */}
        <h1 tabIndex={-1} lang={known && boot.tenant.language}>
          {title}
        </h1>
        {known && <Head item={known} boot={boot} />}
        <Gate of={article} words={t.gate} phone={boot.tenant.phone} skeleton={<Skeleton rows={2} label={t.gate.loading} text />}>
          {(item) => (
            <Body item={item} boot={boot}>
              {boot.push && item.category && <Bell category={item.category} />}
            </Body>
          )}
        </Gate>
      </article>
    </Page>
  )
}

function Bell({ category }: { category: Category }) {
  const { t } = useTexts()
  return (
    <aside class="offer">
      <Icon name="bell" />
      <div>
        <strong>{t.push.about(category.name)}</strong>
        <br />
        <a href={`/mehr/mitteilungen?thema=${category.slug}`} rel="nofollow">
          {t.push.turnOn}
        </a>
      </div>
    </aside>
  )
}

/** Whose municipality it is: all that an article must know of it. */
type Home = Pick<Bootstrap, 'tenant'>

export function Kicker({ item, boot: { tenant } }: { item: NewsListItem; boot: Home }) {
  const { t } = useTexts()
  return (
    <p class="kicker">
      {item.category && <span lang={tenant.language}>{item.category.name}</span>}
      {tenant.demo && item.source_name === null && <span class="badge">{t.article.demo}</span>}
    </p>
  )
}

export function Head({ item, boot: { tenant } }: { item: NewsListItem; boot: Home }) {
  const { t, language, fullDate } = useTexts()
  return (
    <>
      <p class="meta">
        <span lang={tenant.language}>{item.source_name ?? `${tenant.kind} ${tenant.name}`}</span> ·{' '}
        <time dateTime={item.published_at}>{fullDate(item.published_at)}</time>
      </p>
      {item.image && <Figure image={item.image} lang={tenant.language} language={language} credit={t.article.credit} />}
    </>
  )
}

/** `children` stand between the text and how old it is. */
export function Body({ item, boot, children }: { item: NewsItem; boot: Home; children?: ComponentChildren }) {
  const { t, fullDate, until } = useTexts()
  const lead = leadOf(item)
  return (
    <>
      <div lang={boot.tenant.language}>
        {lead !== '' && <p class="lead">{lead}</p>}
        <Prose html={item.body} />
      </div>
      {item.unpublish_at !== null && item.urgent && <p class="note">{t.article.until(until(item.unpublish_at))}</p>}
      {item.source_url !== null && (
        <div class="source">
          <a class="kern-btn kern-btn--secondary kern-btn--block two-line" href={item.source_url} rel="noopener">
            <span class="kern-label">
              {t.article.source}
              <span class="meta">{t.article.sourceHint(hostOf(item.source_url))}</span>
            </span>
            <Icon name="ext" size={20} />
          </a>
          <p class="meta">{t.article.leaving}</p>
        </div>
      )}
      {children}
      <p class="meta stand">{t.article.asOf(fullDate(item.updated_at))}</p>
    </>
  )
}
