// SPDX-License-Identifier: EUPL-1.2
/** The only feedback about saving; spoken at most once a minute, so that writing is not talked over. */

import { useEffect, useRef, useState } from 'preact/hooks'
import { useWords } from '../i18n'
import { Icon, type IconName } from './icon'

export type SaveState = 'saved' | 'saving' | 'kept' | 'offline' | 'conflict' | 'error'

const ICONS: Record<SaveState, IconName> = { saved: 'done', saving: 'refresh', kept: 'write', offline: 'offline', conflict: 'split', error: 'alert' }
const MINUTE = 60_000

/** `words`, but not renewed more often than once a minute. */
function useSparing(words: string): string {
  const [spoken, setSpoken] = useState('')
  const last = useRef(-MINUTE)
  useEffect(() => {
    const wait = Math.max(0, last.current + MINUTE - performance.now())
    const timer = setTimeout(() => {
      last.current = performance.now()
      setSpoken(words)
    }, wait)
    return () => clearTimeout(timer)
  }, [words])
  return spoken
}

export function SaveStatus({ state, at }: { state: SaveState; at?: Date }) {
  const { t } = useWords()
  const time = at?.toLocaleTimeString('de-DE', { hour: 'numeric', minute: '2-digit', timeZone: 'Europe/Berlin' })
  const words = {
    saved: time === undefined ? t.shell.savedPlain : t.shell.saved(time),
    saving: t.shell.saving,
    kept: t.shell.savedUnsent,
    offline: t.shell.savedHere,
    conflict: t.shell.savedConflict,
    error: t.shell.savedError,
  }[state]
  const spoken = useSparing(words)
  return (
    <p class={`save-status is-${state}`}>
      <Icon name={ICONS[state]} size={18} />
      <span aria-hidden="true">{words}</span>
      <span class="sr-only" role="status">
        {spoken}
      </span>
    </p>
  )
}
