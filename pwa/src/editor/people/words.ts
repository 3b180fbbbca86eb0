// SPDX-License-Identifier: EUPL-1.2
/** A line of the log as a sentence of parts: who, what was done, to what. Pure. */

import type { components } from '../../api/schema'
import type { Words } from '../i18n'

export type AuditEntry = components['schemas']['AuditEntry']
export type Part = { is: 'text' | 'actor' | 'subject'; text: string; href?: string }

const ADDRESSES: Record<string, string> = { news: '/redaktion/nachrichten/', event: '/redaktion/termine/', page: '/redaktion/seiten/', report: '/redaktion/meldungen/', service: '/redaktion/dienste/', office: '/redaktion/dienste/aemter?amt=' }

/** Where the subject can be looked at, unless it is gone. */
function hrefOf({ action, details }: AuditEntry): string | undefined {
  const [area = '', deed] = action.split('.')
  const base = ADDRESSES[area]
  if (base === undefined || deed === 'deleted' || deed === 'source-run' || typeof details['id'] !== 'string') return undefined
  return base + details['id']
}

function rolesOf(list: unknown, t: Words): string {
  const names: Record<string, string> = t.shell.roles
  return Array.isArray(list) ? list.map((role) => names[String(role)] ?? String(role)).join(', ') : ''
}

/** What stands behind the sentence: roles, or how it was done. */
function additions({ details }: AuditEntry, t: Words): string[] {
  const words = t.people.log
  const found = Object.keys(words.details).filter((name) => details[name]).map((name) => words.details[name] ?? '')
  if (details['before'] !== undefined) found.push(words.roles(rolesOf(details['before'], t), rolesOf(details['after'], t)))
  if (details['roles'] !== undefined) found.push(words.withRoles(rolesOf(details['roles'], t)))
  if (typeof details['organiser'] === 'string') found.push(t.people.onlyFor(details['organiser']))
  if (details['four_eyes'] !== undefined) found.push(details['four_eyes'] === true ? t.people.fourEyesOn : t.people.fourEyesOff)
  if (details['organisers_publish'] !== undefined) found.push(details['organisers_publish'] === true ? t.people.organisersPublishOn : t.people.organisersPublishOff)
  return found
}

export function sentenceOf(entry: AuditEntry, t: Words): Part[] {
  const words = t.people.log
  const pattern = words.deeds[entry.action] ?? `{actor}: ${entry.action} {subject}`
  const parts = pattern.split(/(\{actor\}|\{subject\})/).filter(Boolean)
  const sentence = parts.map((part): Part => {
    if (part === '{actor}') return { is: 'actor', text: entry.actor || words.operator }
    if (part === '{subject}') return { is: 'subject', text: entry.subject || words.nobody, href: hrefOf(entry) }
    return { is: 'text', text: part }
  })
  const added = additions(entry, t)
  return added.length > 0 ? [...sentence, { is: 'text', text: ` (${added.join(', ')})` }] : sentence
}

/** The part of the app a deed belongs to. */
export function areaOf(entry: AuditEntry, t: Words): string {
  return t.people.log.areas[entry.action.split('.')[0] ?? ''] ?? ''
}
