// SPDX-License-Identifier: EUPL-1.2
/** What came last on this device: for who swiped a notification away, or tapped one that has no page of its own. */

import { useEffect, useState } from 'preact/hooks'
import { useTexts } from '../i18n'
import { newsMoment } from '../i18n/dates'
import { readArrived } from '../offline/push-record'
import type { Shown } from '../offline/notification'
import { Rows } from '../ui/list'
import { usePlace } from '../ui/router'
import { useWords } from './words'

/** `town`: the municipality's language, in which it writes. */
export function Arrived({ town }: { town: string }) {
  const words = useWords()
  const { language } = useTexts()
  const { path } = usePlace()
  const [arrived, setArrived] = useState<Shown[]>([])
  useEffect(() => {
    const look = (): void => void readArrived().then(setArrived)
    look()
    // The worker leads here with a message; another may have come while the app was hidden.
    navigator.serviceWorker.addEventListener('message', look)
    document.addEventListener('visibilitychange', look)
    return () => {
      navigator.serviceWorker.removeEventListener('message', look)
      document.removeEventListener('visibilitychange', look)
    }
  }, [])
  if (arrived.length === 0) return null
  return (
    <>
      <h2>{words.arrived}</h2>
      <Rows>
        {arrived.map(({ title, body, tag, data: { url, at } }) => (
          <li key={tag} class="arrived">
            <h3 lang={town}>{url === path || url === '/' ? title : <a href={url}>{title}</a>}</h3>
            {body !== '' && <p lang={town}>{body}</p>}
            <p class="meta">{newsMoment(new Date(at), new Date(), language)}</p>
          </li>
        ))}
      </Rows>
    </>
  )
}
