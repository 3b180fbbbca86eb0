// SPDX-License-Identifier: EUPL-1.2
/** The four steps, their addresses, and which of them can be shown. Pure. */

import type { Draft } from './draft'

export const STEPS = ['category', 'place', 'photo', 'check'] as const
export type Step = (typeof STEPS)[number]

const NAMES: Record<Step, string> = { category: '', place: 'ort', photo: 'foto', check: 'pruefen' }

export function addressOf(step: Step): string {
  return NAMES[step] === '' ? '/maengel/melden' : `/maengel/melden?schritt=${NAMES[step]}`
}

export function doneAddress(id: string): string {
  return `/maengel/melden?gesendet=${id}`
}

/** The step that an address names, or the one before it that still has to be done. */
export function stepFor(name: string | null, draft: Draft): Step {
  const wanted = STEPS.find((step) => NAMES[step] === (name ?? '')) ?? 'category'
  const ready: Record<Step, boolean> = {
    category: true,
    place: draft.category !== null,
    photo: draft.category !== null && draft.placed,
    check: draft.category !== null && draft.placed && hasContent(draft),
  }
  const last = STEPS.findIndex((step) => !ready[step])
  return STEPS[Math.min(STEPS.indexOf(wanted), last === -1 ? STEPS.length : last - 1)] ?? 'category'
}

/** A photo or one sentence is enough. */
export function hasContent({ photos, text }: Pick<Draft, 'photos' | 'text'>): boolean {
  return photos.length > 0 || text.trim() !== ''
}
