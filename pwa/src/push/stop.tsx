// SPDX-License-Identifier: EUPL-1.2
/** Unsubscribing: one tap, and nothing stays at the server. */

import { useState } from 'preact/hooks'
import { toast } from '../ui/toast'
import { stop } from './device'
import { useWords } from './words'

export function Stop({ onStopped }: { onStopped(): void }) {
  const words = useWords()
  const [state, setState] = useState<'idle' | 'busy' | 'offline' | 'failed'>('idle')
  const press = async () => {
    setState('busy')
    const outcome = await stop()
    if (outcome !== 'done') return setState(outcome === 'offline' ? 'offline' : 'failed')
    toast(words.stopped)
    onStopped()
  }
  return (
    <div class="push-main">
      <button type="button" class="kern-btn kern-btn--secondary kern-btn--block" aria-busy={state === 'busy'} onClick={() => void (state !== 'busy' && press())}>
        <span class="kern-label">{state === 'busy' ? words.stopping : words.stop}</span>
      </button>
      <p class="meta">{words.stopHint}</p>
      <div role="alert">
        {state === 'offline' && <p class="failure">{words.trouble.offlineStop}</p>}
        {state === 'failed' && <p class="failure">{words.trouble.failed}</p>}
      </div>
    </div>
  )
}
