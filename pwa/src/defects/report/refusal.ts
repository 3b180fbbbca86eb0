// SPDX-License-Identifier: EUPL-1.2
/** Why the town hall refused a report, in words, and where one puts it right. Pure. */

import type { Language } from '../../i18n'
import type { Waiting } from '../../offline/report-store'
import type { ReportWords } from '../words/report-de'
import type { Step } from './steps'

type Refusal = Waiting['refusal']

const PHOTO = /^photo\.(\d+)/

/** Which photo it is about, the first one is 1. */
function photoOf(refusal: Refusal): number | undefined {
  const found = refusal?.fields.map((field) => PHOTO.exec(field)?.[1]).find((number) => number !== undefined)
  return found === undefined ? undefined : Number(found) + 1
}

function about(refusal: Refusal, ...names: string[]): boolean {
  return refusal?.fields.some((field) => names.includes(field)) ?? false
}

export function refusalWords(refusal: Refusal, { reasons }: ReportWords['refused'], language: Language): string {
  const photo = photoOf(refusal)
  // The town hall speaks German, and says it better: it knows the neighbour's name.
  const detail = language === 'de' ? refusal?.detail : undefined
  if (photo !== undefined) return reasons.photo(photo)
  if (refusal?.code === 'id-taken') return reasons.taken
  if (refusal?.code === 'too-large') return reasons.large
  if (about(refusal, 'category')) return reasons.category
  if (about(refusal, 'lat', 'lon')) return detail ?? reasons.outside
  return detail ?? reasons.other
}

export function stepToMend(refusal: Refusal): Step {
  if (photoOf(refusal) !== undefined || refusal?.code === 'too-large') return 'photo'
  if (about(refusal, 'category')) return 'category'
  if (about(refusal, 'lat', 'lon', 'address')) return 'place'
  if (about(refusal, 'description') || refusal?.fields.some((field) => field.startsWith('answers'))) return 'photo'
  return 'check'
}
