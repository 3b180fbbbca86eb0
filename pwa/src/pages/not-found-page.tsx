// SPDX-License-Identifier: EUPL-1.2
/** An address that leads nowhere: say so, and where to go instead. */

import { useTexts } from '../i18n'
import { Page } from '../ui/frame'

export function NotFoundPage() {
  const { t } = useTexts()
  return (
    <Page title={t.notFound.title} back={{ href: '/', label: t.tabs.start }}>
      <p class="lead muted">{t.notFound.text}</p>
      <p class="buttons">
        <a class="kern-btn kern-btn--primary" href="/">
          <span class="kern-label">{t.notFound.toStart}</span>
        </a>
        <a class="kern-btn kern-btn--secondary" href="/suche">
          <span class="kern-label">{t.notFound.toSearch}</span>
        </a>
      </p>
    </Page>
  )
}
