// SPDX-License-Identifier: EUPL-1.2
/** The notification as a locked phone shows it, in the place of the article's preview. */

import { weekday } from '../../i18n/dates'
import { Arms } from '../../ui/brand'
import { showTime } from '../compose/moments'
import { wallOf } from '../compose/when'
import { useWords } from '../i18n'
import { useSession } from '../session'

interface Props {
  title: string
  text: string
  at: string | null
  on: boolean
}

export function LockScreen({ title, text, at, on }: Props) {
  const { t, language } = useWords()
  const { tenant } = useSession()
  const now = new Date()
  const moment = at !== null && Date.parse(at) > now.getTime() ? new Date(at) : now
  return (
    <>
      <figure class="phone lock-screen" aria-label={t.compose.previewOf(t.push.one)}>
        <p class="lock-clock">{showTime(wallOf(moment)).replace(/^0/, '')}</p>
        <p class="lock-day">{weekday(moment, moment, language)}</p>
        <div class="lock-bubble">
          <p class="lock-from">
            <Arms arms={tenant.arms} initials={tenant.initials} />
            <strong>{tenant.name}</strong>
            <span>{t.push.previewNow}</span>
          </p>
          <p class="lock-title" lang={tenant.language}>
            {title === '' ? t.push.untitled : title}
          </p>
          <p class="lock-text" lang={tenant.language}>
            {text}
          </p>
        </div>
      </figure>
      {!on && <p class="muted phone-hint">{t.push.previewOff}</p>}
    </>
  )
}
