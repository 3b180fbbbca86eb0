// SPDX-License-Identifier: EUPL-1.2
/** The parts of an event's page that say something about it; the editor's preview shows the same. */

import type { ComponentChildren } from 'preact'
import type { Bootstrap, EventDetail } from '../api/types'
import { useTexts } from '../i18n'
import { hostOf } from '../ui/host'
import { Icon } from '../ui/icon'
import { telOf } from '../ui/phone'
import { Figure } from '../ui/picture'
import { Prose } from '../ui/prose'
import { useWords } from './words'

/** Whose municipality it is: all that an event must know of it. */
export type Home = Pick<Bootstrap, 'tenant'>

interface Props {
  event: EventDetail
  boot: Home
}

/** First of all, whether it takes place. */
export function EventNotice({ event, boot }: Props) {
  const { t } = useTexts()
  const words = useWords()
  if (event.status === 'scheduled') return null
  const off = event.status === 'cancelled'
  return (
    <section class={off ? 'alert alert-danger' : 'alert'}>
      <Icon name={off ? 'close' : 'warn'} />
      <div class="alert-words">
        <h2>{off ? t.event.cancelled : t.event.postponed}</h2>
        <p lang={event.note ? boot.tenant.language : undefined}>{event.note ?? (off ? words.cancelledNote : words.postponedNote)}</p>
      </div>
    </section>
  )
}

export function EventHead({ event, boot: { tenant } }: Props) {
  const { t } = useTexts()
  return (
    <p class="kicker">
      {event.category && <span lang={tenant.language}>{event.category.name}</span>}
      {tenant.demo && event.source === null && <span class="badge">{t.article.demo}</span>}
    </p>
  )
}

export function EventPicture({ event, boot: { tenant } }: Props) {
  const { t, language } = useTexts()
  const { image } = event
  if (image === null) return null
  return <Figure image={image} lang={tenant.language} language={language} credit={t.article.credit} class={event.status === 'cancelled' ? 'off' : ''} />
}

/** `children` stand between what it is and who holds it. */
export function EventBody({ event, boot, children }: Props & { children?: ComponentChildren }) {
  const { t, fullDate } = useTexts()
  const words = useWords()
  const { organiser, source, links } = event
  return (
    <>
      <div lang={boot.tenant.language}>
        {event.teaser !== '' && <p class="lead">{event.teaser}</p>}
        <Prose html={event.body} />
      </div>
      {links.length > 0 && (
        <section>
          <h2>{words.links}</h2>
          <ul class="plain-links" role="list" lang={boot.tenant.language}>
            {links.map(({ label, url }) => (
              <li key={url}>
                <a class="tall" href={url} rel="noopener">
                  {label || url}
                  <Icon name="ext" size={17} />
                </a>
              </li>
            ))}
          </ul>
        </section>
      )}
      {children}
      {organiser && (
        <section>
          <h2>{words.organiser}</h2>
          <p lang={boot.tenant.language}>{organiser.name}</p>
          <ul class="plain-links" role="list">
            {organiser.phone && (
              <li>
                <a class="tall" href={telOf(organiser.phone)}>
                  <Icon name="phone" size={20} />
                  {organiser.phone}
                </a>
              </li>
            )}
            {organiser.email && (
              <li>
                <a class="tall" href={`mailto:${organiser.email}`}>
                  <Icon name="mail" size={20} />
                  {organiser.email}
                </a>
              </li>
            )}
            {organiser.url && (
              <li>
                <a class="tall" href={organiser.url} rel="noopener">
                  <Icon name="ext" size={20} />
                  {hostOf(organiser.url)}
                </a>
              </li>
            )}
          </ul>
        </section>
      )}
      {event.tags.length > 0 && (
        <ul class="tags" role="list" aria-label={words.tags} lang={boot.tenant.language}>
          {event.tags.map((tag) => (
            <li key={tag} class="badge">
              {tag}
            </li>
          ))}
        </ul>
      )}
      <p class="meta stand">
        {source && (
          <>
            {words.source} {source.url ? <a href={source.url} rel="noopener">{source.name}</a> : source.name}.{' '}
          </>
        )}
        {t.article.asOf(fullDate(event.updated_at))}
      </p>
    </>
  )
}
