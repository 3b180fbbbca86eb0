// SPDX-License-Identifier: EUPL-1.2
/** A switch for one topic, on the page of what it is about. What talks to browser and server is loaded after the tap. */

import { useEffect, useState } from 'preact/hooks'
import { useTexts } from '../i18n'
import { useInstall } from '../offline/install'
import { readRecord } from '../offline/push-record'
import { Sheet } from '../ui/sheet'
import { toast } from '../ui/toast'
import type { Hindrance } from './follow'
import { HindranceNote } from './hindrance'
import './push.scss'
import { SwitchRow } from './switch-row'
import { useWords } from './words'

interface Props {
  topic: string
  /** What it is called among the notifications. */
  name: string
  label: string
  hint?: string
  publicKey: string
  said: { on: string; off: string }
}

export function FollowRow({ topic, name, label, hint, publicKey, said }: Props) {
  const { t } = useTexts()
  const words = useWords()
  const { installed, platform } = useInstall()
  const [on, setOn] = useState(false)
  const [busy, setBusy] = useState(false)
  const [trouble, setTrouble] = useState('')
  const [hindrance, setHindrance] = useState<Hindrance>()
  useEffect(() => {
    const allowed = 'Notification' in globalThis && Notification.permission === 'granted'
    if (allowed) void readRecord().then((record) => setOn(record?.topics.includes(topic) ?? false))
  }, [topic])
  const press = async (next: boolean) => {
    setTrouble('')
    setBusy(true)
    try {
      const { follow, unfollow } = await import('./follow')
      const outcome = next ? await follow(topic, name, publicKey, { installed, platform }) : await unfollow(topic)
      if (outcome === 'done') {
        setOn(next)
        toast(next ? said.on : said.off, 'bell')
      } else if (outcome === 'install' || outcome === 'unsupported' || outcome === 'denied') setHindrance(outcome)
      else setTrouble(outcome === 'offline' ? words.trouble.offlineChange : outcome === 'undecided' ? words.trouble.undecided : words.trouble.failed)
    } catch {
      setTrouble(words.trouble.offlineChange)
    }
    setBusy(false)
  }
  return (
    <SwitchRow icon="bell" label={label} {...(hint !== undefined && { hint })} on={on} onSwitch={(next) => void (!busy && press(next))}>
      <div role="alert">{trouble !== '' && <p class="failure row-trouble">{trouble}</p>}</div>
      <Sheet title={label} close={t.close} open={hindrance !== undefined} onClose={() => setHindrance(undefined)}>
        {hindrance && <HindranceNote of={hindrance} />}
      </Sheet>
    </SwitchRow>
  )
}
