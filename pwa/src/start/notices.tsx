// SPDX-License-Identifier: EUPL-1.2
/** Urgent news with an end, as yellow strips on Start; the red level waits for official warnings. */

import { useRef } from 'preact/hooks'
import type { Bootstrap } from '../api/types'
import { useTexts } from '../i18n'
import { stillValid } from '../news/news-card'
import { Icon } from '../ui/icon'

const SHOWN = 2

export function Notices({ boot }: { boot: Bootstrap }) {
  const { t, until } = useTexts()
  const { tenant } = boot
  const notices = (boot.news?.notices ?? []).filter(stillValid)
  // What was there from the beginning is read in its turn; what arrives while the page is open is called out.
  const known = useRef(new Set(notices.map(({ id }) => id)))
  if (notices.length === 0) return null
  return (
    <div class="notices">
      {notices.slice(0, SHOWN).map((item) => (
        <section key={item.id} class="alert alert-notice" role={known.current.has(item.id) ? undefined : 'alert'}>
          <Icon name="warn" />
          <div class="alert-words">
            <p class="kicker">{t.start.notice(item.source_name ?? `${tenant.kind} ${tenant.name}`)}</p>
            <h2 lang={tenant.language}>{item.title}</h2>
            <p>
              {item.unpublish_at !== null && t.start.until(until(item.unpublish_at))} <span lang={tenant.language}>{item.teaser}</span>
            </p>
          </div>
          <a class="arrow-link" href={`/aktuelles/${item.id}`}>
            {t.start.noticeMore}
            <span class="sr-only" lang={tenant.language}>
              : {item.title}
            </span>
            <Icon name="chev" size={20} />
          </a>
        </section>
      ))}
      {notices.length > SHOWN && (
        <a class="arrow-link" href="/aktuelles">
          {t.start.noticeOthers(notices.length - SHOWN)}
          <Icon name="chev" size={20} />
        </a>
      )}
    </div>
  )
}
