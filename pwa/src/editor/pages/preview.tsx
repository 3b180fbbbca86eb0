// SPDX-License-Identifier: EUPL-1.2
/** A page as residents read it: their own components, on a phone. */

import { useMemo } from 'preact/hooks'
import { useTexts } from '../../i18n'
import { FrameContext, Page } from '../../ui/frame'
import { Prose } from '../../ui/prose'
import { Phone } from '../compose/preview'
import { useWords } from '../i18n'
import { FRAME } from '../compose/preview'
import { useSession } from '../session'
import type { PageContent } from './model'

export function PagePreview({ content: { title, body }, block }: { content: PageContent; block?: number }) {
  const { t } = useWords()
  const { t: resident } = useTexts()
  const { language } = useSession().tenant
  const heading = title === '' ? t.pages.editor.fresh : title
  const shown = useMemo(
    () => (
      <FrameContext.Provider value={FRAME}>
        <Page title="" heading={false} back={{ href: '/mehr', label: resident.more }}>
          <div class="article">
            <h1 lang={language}>{heading}</h1>
            <div lang={language}>
              <Prose html={body} />
            </div>
          </div>
        </Page>
      </FrameContext.Provider>
    ),
    [heading, body, language, resident],
  )
  return (
    <>
      <Phone title={t.compose.previewOf(heading)} block={block}>
        {shown}
      </Phone>
      <p class="muted phone-hint">{t.compose.previewHint}</p>
    </>
  )
}
