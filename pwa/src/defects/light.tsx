// SPDX-License-Identifier: EUPL-1.2
/** The traffic light: colour, word and silhouette together, so that none of them has to be seen alone. Knows no API. */

import { useTexts } from '../i18n'
import './light.scss'
import { statusWord, type LightName, type Standing } from './status'

/** Drawn on a grid of 24. */
const SHAPES: Record<LightName, string> = {
  red: '<circle cx="12" cy="12" r="9" fill="var(--sv-red-bg)" stroke="var(--sv-red)" stroke-width="2.5"/><circle cx="12" cy="12" r="4" fill="var(--sv-red)"/>',
  yellow:
    '<rect x="4.4" y="4.4" width="15.2" height="15.2" rx="2.4" transform="rotate(45 12 12)" fill="var(--sv-yellow)" stroke="var(--sv-yellow-ink)" stroke-width="1.75"/><path d="M8 12h.1M12 12h.1M16 12h.1" stroke="var(--sv-yellow-glyph)" stroke-width="2.8" stroke-linecap="round"/>',
  green:
    '<rect x="2.6" y="2.6" width="18.8" height="18.8" rx="4.5" fill="var(--sv-green)"/><path d="m7 12.5 3.5 3.5L17.2 8.8" fill="none" stroke="var(--sv-green-glyph)" stroke-width="2.6" stroke-linecap="round" stroke-linejoin="round"/>',
  mixed:
    '<rect x="2.6" y="2.6" width="18.8" height="18.8" rx="4.5" fill="var(--sv-yellow)"/><path d="M21.4 6.5V17a4.5 4.5 0 0 1-4.5 4.4H6.5z" fill="var(--sv-green)"/><rect x="3.4" y="3.4" width="17.2" height="17.2" rx="3.8" fill="none" stroke="var(--sv-gy-ink)" stroke-width="1.75"/><path d="M7.4 12h9.2" stroke="var(--sv-gy-bar)" stroke-width="5" stroke-linecap="round"/><path d="M7.4 12h9.2" stroke="var(--sv-gy-ink)" stroke-width="2.6" stroke-linecap="round"/>',
}

/** The same silhouette, larger, below a pin: it stands out from any street. */
const HALOS: Record<LightName, string> = {
  red: '<circle cx="12" cy="12" r="12.8"/>',
  yellow: '<rect x="4.4" y="4.4" width="15.2" height="15.2" rx="2.4" transform="rotate(45 12 12)" stroke-width="6.4"/>',
  green: '<rect x="0" y="0" width="24" height="24" rx="7"/>',
  mixed: '<rect x="0" y="0" width="24" height="24" rx="7"/>',
}

/** 18 legend, 22 rows, 26 history, 40 the box of one report; in rem, so that it grows with the text. */
export type LightSize = 18 | 22 | 26 | 40

/** The shape alone; whoever uses it writes the word beside it. */
export function Light({ name, size = 22 }: { name: LightName; size?: LightSize }) {
  const side = `${size / 16}rem`
  return <svg class="light" viewBox="0 0 24 24" width={side} height={side} aria-hidden="true" focusable="false" dangerouslySetInnerHTML={{ __html: SHAPES[name] }} />
}

/** The light as a pin for a map, as markup: Leaflet builds its own elements. */
export function lightPin(name: LightName): string {
  return `<svg class="light-pin" viewBox="0 0 24 24" aria-hidden="true" focusable="false"><g fill="var(--sv-card)" stroke="var(--sv-card)">${HALOS[name]}</g>${SHAPES[name]}</svg>`
}

/** Light and word in one line. */
export function LightLine({ of, size = 22 }: { of: Standing & { light: LightName }; size?: LightSize }) {
  const { language } = useTexts()
  return (
    <p class="light-line">
      <Light name={of.light} size={size} />
      <span>{statusWord(of, language)}</span>
    </p>
  )
}
