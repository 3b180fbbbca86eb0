// SPDX-License-Identifier: EUPL-1.2
/** Whether and how the app gets onto the home screen; iOS has no dialog to open, only a way to explain. */

import { useEffect, useState } from 'preact/hooks'

export interface Install {
  installed: boolean
  canPrompt: boolean
  prompt(): Promise<void>
  platform: 'ios' | 'android' | 'desktop'
}

/** Chromium's event; no standard type knows it. */
interface InstallOffer extends Event {
  prompt(): Promise<unknown>
}

let offer: InstallOffer | undefined
let installed = false
let watching = false
const listeners = new Set<() => void>()

function tell(): void {
  for (const listener of listeners) listener()
}

/** Keeps the browser's offer for later; called at the start, since the event comes once and early. */
export function watchInstall(): void {
  if (watching) return
  watching = true
  addEventListener('beforeinstallprompt', (event) => {
    event.preventDefault()
    offer = event as InstallOffer
    tell()
  })
  addEventListener('appinstalled', () => {
    offer = undefined
    installed = true
    tell()
  })
}

function runsInstalled(): boolean {
  const apple = (navigator as Navigator & { standalone?: boolean }).standalone
  return apple === true || matchMedia('(display-mode: standalone)').matches
}

/** iPadOS calls itself a Macintosh; only its fingers give it away. */
export function platformOf(agent: string, touchPoints: number): Install['platform'] {
  if (/iPhone|iPad|iPod/.test(agent) || (/Macintosh/.test(agent) && touchPoints > 1)) return 'ios'
  return /Android/.test(agent) ? 'android' : 'desktop'
}

async function prompt(): Promise<void> {
  const now = offer
  // The browser lets an offer be used once.
  offer = undefined
  // A browser that refuses says so itself; the written steps remain.
  await now?.prompt().catch(() => undefined)
  tell()
}

/** What the install page needs; `prompt` opens the browser's own dialog where `canPrompt`. */
export function useInstall(): Install {
  const [, redraw] = useState(0)
  useEffect(() => {
    const changed = (): void => redraw((n) => n + 1)
    listeners.add(changed)
    watchInstall()
    return () => {
      listeners.delete(changed)
    }
  }, [])
  return {
    installed: installed || runsInstalled(),
    canPrompt: offer !== undefined,
    prompt,
    platform: platformOf(navigator.userAgent, navigator.maxTouchPoints),
  }
}
