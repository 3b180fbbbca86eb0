// SPDX-License-Identifier: EUPL-1.2
/** The words of the API under short names, from the server's own contract. Knows no network and no DOM. */

import type { components, paths } from './schema'

type Schemas = components['schemas']

export type Bootstrap = Schemas['Bootstrap']
export type Category = Schemas['Category']
/** One date of an event, as everywhere. */
export type EventDate = Schemas['Occurrence']
/** A report as everybody sees it. */
export type Defect = Schemas['Defect']
export type DefectArea = Schemas['Area']
export type DefectCategory = Schemas['DefectCategory']
export type DefectListItem = Schemas['DefectListItem']
/** A report on the map. */
export type DefectPoint = Schemas['DefectPoint']
export type DefectStatistics = Schemas['Statistics']
/** A report near a place. */
export type NearbyDefect = Schemas['NearbyDefect']
export type EventDay = Schemas['Day']
export type EventDetail = Schemas['Event']
/** A date in a list. */
export type EventItem = Schemas['EventListItem']
export type Image = Schemas['Image']
export type NewsItem = Schemas['NewsItem']
export type NewsListItem = Schemas['NewsListItem']
export type Page = Schemas['Page']
/** A report as its reporter sees it. */
export type OwnReport = Schemas['OwnReport']
/** An office, as in every list. */
export type OfficeItem = Schemas['OfficeListItem']
/** With what it is responsible for. */
export type OfficeDetail = Schemas['Office']
export type OwnSuggestion = Schemas['OwnSuggestion']
export type PageLink = Schemas['PageLink']
export type PushChange = Schemas['Change']
export type PushRow = Schemas['Subscription']
export type PushSubscribe = Schemas['Subscribe']
export type QuickAction = Schemas['QuickAction']
export type SearchHit = Schemas['SearchHit']
export type ServiceDetail = Schemas['Service']
/** All services and offices, compact: see services/directory.ts. */
export type ServiceIndex = Schemas['Index']
/** A service in a list. */
export type ServiceItem = Schemas['ServiceListItem']
export type Suggestion = Schemas['Suggest']
export type Tenant = Schemas['Tenant']
export type TenantLink = Schemas['TenantLink']
/** RFC 9457; `code` is what the app translates. */
export type Problem = Schemas['Problem']

/** '/news/{id}' → '/news/anything' */
type Filled<Path extends string> = Path extends `${infer Before}{${string}}${infer After}` ? `${Before}${string}${Filled<After>}` : Path

/** Every address of the contract that can be read, so that a renamed one breaks the build and not the resident. */
export type ReadPath = {
  [Path in keyof paths & string]: paths[Path] extends { get: object } ? Filled<Path> | `${Filled<Path>}?${string}` : never
}[keyof paths & string]
