// SPDX-License-Identifier: EUPL-1.2
/** Taking the report back, and deleting all that was given: each says first what follows, then does it. */

import { navigate } from '../../ui/router'
import { forgetMine } from '../mine'
import { ownTopic } from '../topics'
import { useWords } from '../words'
import { useDeed } from './deed'
import type { OwnProps } from './own-part'

type Props = OwnProps & { onDone(): void }

interface EndingProps {
  words: { text: string; do: string; busy: string; cancel: string }
  busy: boolean
  trouble: string
  onDo(): void
  onCancel(): void
}

function Ending({ words, busy, trouble, onDo, onCancel }: EndingProps) {
  return (
    <>
      <p>{words.text}</p>
      <div role="alert">{trouble && <p class="failure">{trouble}</p>}</div>
      <div class="sheet-buttons">
        <button type="button" class="kern-btn kern-btn--primary kern-btn--block" aria-busy={busy} onClick={onDo}>
          <span class="kern-label">{busy ? words.busy : words.do}</span>
        </button>
        <button type="button" class="kern-btn kern-btn--secondary kern-btn--block" onClick={onCancel}>
          <span class="kern-label">{words.cancel}</span>
        </button>
      </div>
    </>
  )
}

export function WithdrawForm({ report, own, secret, onDone }: Props) {
  const words = useWords().withdraw
  const { busy, trouble, run } = useDeed(report.id, secret, own)
  const withdraw = async () => {
    if (await run({ do: 'withdraw' }, words.done)) onDone()
  }
  return <Ending words={words} busy={busy} trouble={trouble} onDo={() => void withdraw()} onCancel={onDone} />
}

/** What nothing rings for any more stands among the notifications no longer. */
async function stopRinging(secret: string): Promise<void> {
  const [topic, { unfollow }] = await Promise.all([ownTopic(secret), import('../../push/follow')])
  if (topic !== undefined) await unfollow(topic)
}

export function EraseForm({ report, own, secret, onDone }: Props) {
  const words = useWords().erase
  const { busy, trouble, run } = useDeed(report.id, secret, own)
  const erase = async () => {
    if (!(await run({ do: 'erase' }, words.done))) return
    onDone()
    // Without its key nothing of it is left to show.
    await forgetMine(report.id).catch(() => undefined)
    void stopRinging(secret).catch(() => undefined)
    navigate('/maengel/meine', { replace: true })
  }
  return <Ending words={words} busy={busy} trouble={trouble} onDo={() => void erase()} onCancel={onDone} />
}
