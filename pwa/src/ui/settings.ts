// SPDX-License-Identifier: EUPL-1.2
/**
 * Look and text size as the resident chose them; stored only after the choice.
 * boot.js applies the same two values before the first paint. Knows no page and no network.
 */

import { useState } from 'preact/hooks'

export type ThemeChoice = 'auto' | 'light' | 'dark'
export type TextChoice = 'normal' | 'gross' | 'sehr-gross'

/** The browser paints its own bar in the paper colour of the chosen look. */
export interface Papers {
  light: string
  dark: string
}

export function stored(key: string): string | null {
  try {
    return localStorage.getItem(key)
  } catch {
    return null
  }
}

/** Keeps `value`; where storage is forbidden the choice holds until the page is closed. */
export function store(key: string, value: string): void {
  try {
    localStorage.setItem(key, value)
  } catch {
    return
  }
}

function applyTheme(choice: ThemeChoice, papers: Papers): void {
  const root = document.documentElement
  if (choice === 'auto') root.removeAttribute('data-kern-theme')
  else root.setAttribute('data-kern-theme', choice)
  for (const meta of document.querySelectorAll<HTMLMetaElement>('meta[name="theme-color"]')) {
    const own = meta.media.includes('dark') ? 'dark' : 'light'
    meta.content = papers[choice === 'auto' ? own : choice]
  }
}

/** Back to what the device says, after the choices were forgotten. */
export function resetLook(papers: Papers): void {
  applyTheme('auto', papers)
  document.documentElement.removeAttribute('data-text')
}

export function useTheme(papers: Papers): [ThemeChoice, (choice: ThemeChoice) => void] {
  const [choice, setChoice] = useState(() => (stored('sv-theme') ?? 'auto') as ThemeChoice)
  return [
    choice,
    (next) => {
      store('sv-theme', next)
      applyTheme(next, papers)
      setChoice(next)
    },
  ]
}

export function useTextSize(): [TextChoice, (choice: TextChoice) => void] {
  const [choice, setChoice] = useState(() => (stored('sv-text') ?? 'normal') as TextChoice)
  return [
    choice,
    (next) => {
      store('sv-text', next)
      if (next === 'normal') document.documentElement.removeAttribute('data-text')
      else document.documentElement.setAttribute('data-text', next)
      setChoice(next)
    },
  ]
}
