// SPDX-License-Identifier: EUPL-1.2
/** How a report stands: its light, its word, and why it ended. Pure; residents and staff read the same words. */

import type { Language } from '../i18n'

export const STATUSES = [
  'received', 'accepted', 'question', 'in_progress', 'scheduled', 'forwarded',
  'resolved', 'closed_unresolved', 'duplicate', 'withdrawn', 'rejected',
] as const
export type DefectStatus = (typeof STATUSES)[number]
export type LightName = 'red' | 'yellow' | 'green' | 'mixed'
export const REASONS = ['not_responsible', 'private', 'no_funds', 'not_a_defect'] as const
export type DefectReason = (typeof REASONS)[number]

/** The light of a state by itself; a duplicate shows the one of the report that it repeats. */
export const LIGHTS: Record<DefectStatus, LightName> = {
  received: 'red',
  accepted: 'red',
  question: 'yellow',
  in_progress: 'yellow',
  scheduled: 'yellow',
  forwarded: 'yellow',
  resolved: 'green',
  closed_unresolved: 'mixed',
  duplicate: 'mixed',
  withdrawn: 'mixed',
  rejected: 'mixed',
}

const words: Record<Language, { statuses: Record<DefectStatus, string>; reasons: Record<DefectReason, string>; to(whom: string): string }> = {
  de: {
    statuses: {
      received: 'Eingegangen',
      accepted: 'Angenommen',
      question: 'Rückfrage',
      in_progress: 'In Arbeit',
      scheduled: 'Eingeplant',
      forwarded: 'Weitergeleitet',
      resolved: 'Erledigt',
      closed_unresolved: 'Abschließend bearbeitet',
      duplicate: 'Schon gemeldet',
      withdrawn: 'Zurückgezogen',
      rejected: 'Nicht veröffentlicht',
    },
    reasons: {
      not_responsible: 'Die Gemeinde ist nicht zuständig',
      private: 'Privates Grundstück',
      no_funds: 'Dafür fehlt zurzeit das Geld',
      not_a_defect: 'Kein Mangel',
    },
    to: (whom) => `Weitergeleitet an ${whom}`,
  },
  en: {
    statuses: {
      received: 'Received',
      accepted: 'Accepted',
      question: 'Question asked',
      in_progress: 'In progress',
      scheduled: 'Scheduled',
      forwarded: 'Passed on',
      resolved: 'Done',
      closed_unresolved: 'Closed without repair',
      duplicate: 'Already reported',
      withdrawn: 'Withdrawn',
      rejected: 'Not published',
    },
    reasons: {
      not_responsible: 'Not the municipality’s responsibility',
      private: 'Private property',
      no_funds: 'No money for it at present',
      not_a_defect: 'Not a defect',
    },
    to: (whom) => `Passed on to ${whom}`,
  },
}

export interface Standing {
  status: DefectStatus
  forwarded_to?: string | null
}

/** "Eingeplant", "Weitergeleitet an die Kreisstraßenmeisterei". */
export function statusWord({ status, forwarded_to }: Standing, language: Language): string {
  if (status === 'forwarded' && forwarded_to) return words[language].to(forwarded_to)
  return words[language].statuses[status]
}

/** Why a report ended without a repair. */
export function reasonWord(reason: DefectReason, language: Language): string {
  return words[language].reasons[reason]
}

/** The lights in the order of a report's life. */
export const LEGEND: LightName[] = ['red', 'yellow', 'green', 'mixed']

/** One word for all states of a light, where only the light is known. */
export function legendWord(light: LightName, language: Language): string {
  const usual = { red: 'accepted', yellow: 'in_progress', green: 'resolved', mixed: 'closed_unresolved' } as const
  return words[language].statuses[usual[light]]
}
