// SPDX-License-Identifier: EUPL-1.2
/** A service as somebody writes on it: what stands there, be it the source's or their own words, and back. Pure. */

import type { Own, StaffService } from '../model'
import { same } from '../../compose/merge'

interface NamedLink {
  label: string
  url: string
}

/** `module-08`: the part of the text with that code. An empty text stands nowhere. */
export interface Content {
  title: string
  teaser: string
  situation: string
  synonyms: string[]
  url: string
  fees: string
  deadlines: string
  duration: string
  forms: NamedLink[]
  links: NamedLink[]
  offices: string[]
  [part: `module-${string}`]: string
}

type Source = StaffService['source']
/** A field that holds HTML. */
export type Part = 'fees' | 'deadlines' | 'duration' | `module-${string}`

/** The parts of the text in the order in which residents read them. */
export const CODES = ['05', '06', '09', '08', '11', '16', '14', '15', '07', '25', '22', '23', '18'] as const
/** What a service of one's own may need; the rest is for those whose source has it. */
const OWN_CODES = ['06', '09', '08', '11', '16', '07', '25']
/** Before anybody has said where it belongs. */
const ELSEWHERE = 'weitere'

export function moduleOf(code: string): `module-${string}` {
  return `module-${code}`
}

const named = (links: { title: string; url: string }[]): NamedLink[] => links.map(({ title, url }) => ({ label: title, url }))
const titled = (links: NamedLink[]) => links.map(({ label, url }) => ({ title: label.trim() || new URL(url).hostname, url }))

/** What stands there without own words. */
export function sourceContent(source: Source | undefined): Content {
  const modules = Object.fromEntries((source?.modules ?? []).map(({ code, html }) => [moduleOf(code), html]))
  const empty = Object.fromEntries(CODES.map((code) => [moduleOf(code), '']))
  return {
    title: source?.title ?? '',
    teaser: source?.teaser ?? '',
    situation: source?.situation ?? ELSEWHERE,
    synonyms: source?.synonyms ?? [],
    url: '',
    fees: source?.fees ?? '',
    deadlines: source?.deadlines ?? '',
    duration: source?.duration ?? '',
    forms: named(source?.forms ?? []),
    links: named(source?.links ?? []),
    offices: source?.offices ?? [],
    ...empty,
    ...modules,
  }
}

export function contentOf({ content: own, source }: Pick<StaffService, 'content' | 'source'>): Content {
  const base = sourceContent(source)
  return {
    ...base,
    title: own.title ?? base.title,
    teaser: own.teaser ?? base.teaser,
    situation: own.situation ?? base.situation,
    synonyms: own.synonyms ?? base.synonyms,
    url: own.url ?? '',
    fees: own.fees ?? base.fees,
    deadlines: own.deadlines ?? base.deadlines,
    duration: own.duration ?? base.duration,
    forms: own.forms === null ? base.forms : named(own.forms),
    links: own.links === null ? base.links : named(own.links),
    offices: own.offices ?? base.offices,
    ...Object.fromEntries(Object.entries(own.modules).map(([code, html]) => [moduleOf(code), html])),
  }
}

/** Only what differs from the source is the municipality's: whatever the source corrects later then still arrives. */
export function ownOf(content: Content, source: Source | undefined): Own {
  const base = sourceContent(source)
  const changed = <Field extends keyof Content & string>(field: Field): Content[Field] | null => (same(content[field], base[field]) ? null : content[field])
  const said = (field: 'title' | 'teaser' | 'situation') => (content[field].trim() === '' ? null : changed(field))
  const codes = Object.keys(content).filter((field) => field.startsWith('module-'))
  const modules = codes.filter((field) => (content[field as Part] ?? '') !== (base[field as Part] ?? ''))
  return {
    title: said('title'),
    teaser: said('teaser'),
    // Chosen from the server's own list.
    situation: said('situation') as Own['situation'],
    synonyms: changed('synonyms'),
    url: content.url === '' ? null : content.url,
    fees: changed('fees'),
    deadlines: changed('deadlines'),
    duration: changed('duration'),
    forms: changed('forms') && titled(content.forms),
    links: changed('links') && titled(content.links),
    offices: same([...content.offices].sort(), [...base.offices].sort()) ? null : content.offices,
    modules: Object.fromEntries(modules.map((field) => [field.slice('module-'.length), content[field as Part] ?? ''])),
  }
}

/** All parts in the order of the page. */
export function inOrder(content: Content): Part[] {
  const known = CODES.map(moduleOf)
  const other = Object.keys(content).filter((field): field is Part => field.startsWith('module-') && !(known as string[]).includes(field))
  const [before, after] = [known.slice(0, 6), known.slice(6)]
  return [...before, 'fees', 'duration', 'deadlines', ...after, ...other]
}

/** The parts that have words, theirs or one's own; `more`: what could be added. */
export function partsOf(content: Content, source: Source | undefined): { shown: Part[]; more: Part[] } {
  const base = sourceContent(source)
  const all = inOrder(content)
  const has = (part: Part) => (content[part] ?? '') !== '' || (base[part] ?? '') !== ''
  const offered = (part: Part) => !part.startsWith('module-') || OWN_CODES.includes(part.slice('module-'.length))
  return { shown: all.filter(has), more: all.filter((part) => !has(part) && offered(part)) }
}
