// SPDX-License-Identifier: EUPL-1.2
/** Beside the main button: what residents will see, and that phones ring; on a phone how many. */

import { useWords } from '../i18n'
import { Icon } from '../ui/icon'
import { useRoom } from '../ui/room'
import type { Ringing } from './ringing'

interface Props {
  words: string
  rings: boolean
  /** Nothing but the notification leaves. */
  alone: boolean
  ringing: Ringing
}

export function RingOutcome({ words, rings, alone, ringing }: Props) {
  const { t } = useWords()
  const phone = useRoom('phone')
  if (!rings) return words
  const devices = ringing.audience.data?.devices
  if (!phone) return alone ? t.push.nowWithIt : `${words}, ${t.push.withIt}`
  return (
    <>
      {!alone && words}
      <span class="ring-outcome">
        <Icon name="bell" size={16} />
        {devices === undefined ? t.push.withIt : t.push.toMany(devices)}
      </span>
    </>
  )
}
