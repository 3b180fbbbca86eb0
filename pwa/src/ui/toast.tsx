// SPDX-License-Identifier: EUPL-1.2
/** One short message at a time, said politely and gone by itself; never for errors or anything needed later. */

import { useEffect, useState } from 'preact/hooks'
import { Icon, type IconName } from './icon'

interface Message {
  text: string
  icon: IconName
}

let say: (message: Message | undefined) => void = () => undefined

export function toast(text: string, icon: IconName = 'check'): void {
  say({ text, icon })
}

export function Toasts() {
  const [message, setMessage] = useState<Message>()
  const [held, setHeld] = useState(false)
  useEffect(() => {
    say = setMessage
    return () => {
      say = () => undefined
    }
  }, [])
  useEffect(() => {
    if (message === undefined || held) return
    const gone = setTimeout(() => setMessage(undefined), 5000)
    return () => clearTimeout(gone)
  }, [message, held])
  return (
    <div class="toasts" role="status" onPointerEnter={() => setHeld(true)} onPointerLeave={() => setHeld(false)}>
      {message && (
        <p class="toast" key={message.text}>
          <Icon name={message.icon} size={20} />
          {message.text}
        </p>
      )}
    </div>
  )
}
