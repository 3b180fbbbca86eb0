// SPDX-License-Identifier: EUPL-1.2
/** Impressum, Datenschutz and the municipality's own pages. */

import type { Bootstrap, Page as PageText } from '../api/types'
import { useTexts } from '../i18n'
import { useCached } from '../offline/cached'
import { Page } from '../ui/frame'
import { Prose } from '../ui/prose'
import { Gate, Skeleton } from '../ui/states'
import { NotFoundPage } from './not-found-page'

export function OwnPage({ boot, id }: { boot: Bootstrap; id: string }) {
  const { t, fullDate } = useTexts()
  const page = useCached<PageText>('page', `/api/v1/pages/${encodeURIComponent(id)}`)
  const title = page.data?.title ?? boot.pages.find(({ slug }) => slug === id)?.title
  if (page.state === 'missing') return <NotFoundPage />
  return (
    <Page title={title ?? t.gate.loading} heading={false} back={{ href: '/mehr', label: t.more }} storedAt={page.storedAt}>
      <div class="article">
        {title !== undefined && (
          <h1 tabIndex={-1} lang={boot.tenant.language}>
            {title}
          </h1>
        )}
        <Gate of={page} words={t.gate} phone={boot.tenant.phone} skeleton={<Skeleton rows={3} label={t.gate.loading} text />}>
          {(text) => (
            <>
              <div lang={boot.tenant.language}>
                <Prose html={text.body} />
              </div>
              <p class="meta stand">{t.page.asOf(fullDate(text.updated_at))}</p>
            </>
          )}
        </Gate>
      </div>
    </Page>
  )
}
