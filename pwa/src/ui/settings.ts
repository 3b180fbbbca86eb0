// SPDX-License-Identifier: EUPL-1.2
/**
 * Look and text size as the resident chose them; stored only after the choice.
 * boot.js applies the same two values before the first paint. Knows no page and no network.
 */

import { useEffect, useState } from 'preact/hooks'

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

function chosenTheme(): ThemeChoice {
  const choice = stored('sv-theme')
  return choice === 'light' || choice === 'dark' ? choice : 'auto'
}

/** The colour of the browser's own bar. The shell that the worker serves has no such lines yet. */
function paint(choice: ThemeChoice, papers: Papers): void {
  for (const own of ['light', 'dark'] as const) {
    const media = `(prefers-color-scheme: ${own})`
    let meta = document.querySelector<HTMLMetaElement>(`meta[name="theme-color"][media="${media}"]`)
    if (meta === null) {
      meta = document.createElement('meta')
      meta.name = 'theme-color'
      meta.media = media
      document.head.append(meta)
    }
    meta.content = papers[choice === 'auto' ? own : choice]
  }
}

function applyTheme(choice: ThemeChoice, papers: Papers): void {
  const root = document.documentElement
  if (choice === 'auto') root.removeAttribute('data-kern-theme')
  else root.setAttribute('data-kern-theme', choice)
  paint(choice, papers)
}

/** Paints the browser's bar in the stored look; boot.js cannot, it does not know the municipality's paper. */
export function usePaper(light: string | undefined, dark: string | undefined): void {
  useEffect(() => {
    if (light !== undefined && dark !== undefined) paint(chosenTheme(), { light, dark })
  }, [light, dark])
}

/** Back to what the device says, after the choices were forgotten. */
export function resetLook(papers: Papers): void {
  applyTheme('auto', papers)
  document.documentElement.removeAttribute('data-text')
}

export function useTheme(papers: Papers): [ThemeChoice, (choice: ThemeChoice) => void] {
  const [choice, setChoice] = useState(chosenTheme)
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
