// SPDX-License-Identifier: EUPL-1.2
/** What was done, for ten seconds, with the way back (button or Strg Z). Never for errors. */

import { useCallback, useEffect, useRef, useState } from 'preact/hooks'
import { useWords } from '../i18n'
import { Icon } from './icon'
import { Keys, useKeys } from './keys'

interface Message {
  text: string
  undo?(): void
  /** What cannot be taken back happens once the way back is over: when the message goes, or the page does. */
  after?(): void
}

let show: (message: Message | undefined) => void = () => undefined
const STAY_MS = 10_000

export function say(text: string, more: Omit<Message, 'text'> = {}): void {
  show({ text, ...more })
}

export function Toasts() {
  const { t } = useWords()
  const [message, setMessage] = useState<Message>()
  const [held, setHeld] = useState(false)
  const now = useRef<Message | undefined>(undefined)
  const finish = useCallback(() => {
    now.current?.after?.()
    now.current = undefined
  }, [])
  useEffect(() => {
    show = (next) => {
      finish()
      now.current = next
      setMessage(next)
    }
    addEventListener('pagehide', finish)
    return () => {
      finish()
      removeEventListener('pagehide', finish)
      show = () => undefined
    }
  }, [finish])
  useEffect(() => {
    if (message === undefined || held) return
    const gone = setTimeout(() => show(undefined), STAY_MS)
    return () => clearTimeout(gone)
  }, [message, held])
  const back = () => {
    now.current = undefined
    message?.undo?.()
    setMessage(undefined)
    setHeld(false)
  }
  useKeys({ 'ctrl+z': { label: t.shell.undo, run: back, group: 'everywhere' } }, message?.undo !== undefined)
  return (
    <div
      class="toasts"
      role="status"
      onPointerEnter={() => setHeld(true)}
      onPointerLeave={() => setHeld(false)}
      onFocusCapture={() => setHeld(true)}
      onBlurCapture={() => setHeld(false)}
    >
      {message && (
        <p class="toast">
          <Icon name="check" />
          <span>{message.text}</span>
          {message.undo && (
            <button type="button" onClick={back}>
              {t.shell.undo}
              <Keys of="ctrl+z" />
            </button>
          )}
        </p>
      )}
    </div>
  )
}
