// SPDX-License-Identifier: EUPL-1.2
/** Where an item stands, in colour and word. */

import { useWords } from '../i18n'
import { Badge, type Tone } from '../ui/badge'
import type { IconName } from '../ui/icon'
import type { State } from './model'

const LOOKS: Record<State, { tone: Tone; icon: IconName }> = {
  draft: { tone: 'neutral', icon: 'write' },
  submitted: { tone: 'waiting', icon: 'stamp' },
  scheduled: { tone: 'planned', icon: 'clock' },
  visible: { tone: 'good', icon: 'check' },
  expired: { tone: 'neutral', icon: 'history' },
  withdrawn: { tone: 'neutral', icon: 'hidden' },
}

export function StateBadge({ state }: { state: State }) {
  const { t } = useWords()
  return <Badge {...LOOKS[state]}>{t.publishing.state[state]}</Badge>
}
