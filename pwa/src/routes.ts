// SPDX-License-Identifier: EUPL-1.2
/** The route table: which address shows which page, and when its code is loaded. Knows no data. */

import type { ComponentType } from 'preact'
import type { Bootstrap } from './api/types'
import { NewsPage } from './news/list-page'
import { StartPage } from './start/start-page'

/** What every page is given. */
export interface PageProps {
  boot: Bootstrap
  /** When the network last confirmed `boot`. */
  bootStoredAt: number | undefined
  /** The variable part of the address. */
  id: string
}

type PageType = ComponentType<PageProps>

export interface Route {
  pattern: RegExp
  /** A municipality without this module has no such page. */
  module?: string
  /** Start and the news are in the first download, the rest follows when asked for. */
  page?: PageType
  load?(): Promise<PageType>
}

const routes: Route[] = [
  { pattern: /^\/$/, page: StartPage },
  { pattern: /^\/aktuelles$/, module: 'news', page: NewsPage },
  { pattern: /^\/aktuelles\/([^/]+)$/, module: 'news', load: async () => (await import('./news/article-page')).ArticlePage },
  { pattern: /^\/termine$/, module: 'events', load: async () => (await import('./events/list-page')).EventsPage },
  { pattern: /^\/termine\/abonnieren$/, module: 'events', load: async () => (await import('./events/subscribe-page')).SubscribePage },
  { pattern: /^\/termine\/gemerkt$/, module: 'events', load: async () => (await import('./events/kept-page')).KeptPage },
  { pattern: /^\/termine\/vorschlagen$/, module: 'events', load: async () => (await import('./events/suggest-page')).SuggestPage },
  { pattern: /^\/termine\/vorschlag\/([^/]+)$/, module: 'events', load: async () => (await import('./events/suggestion-page')).SuggestionPage },
  { pattern: /^\/termine\/([^/]+)$/, module: 'events', load: async () => (await import('./events/event-page')).EventPage },
  { pattern: /^\/maengel$/, module: 'defects', load: async () => (await import('./defects/list/list-page')).ReportsPage },
  { pattern: /^\/maengel\/melden$/, module: 'defects', load: async () => (await import('./defects/report/report-page')).ReportPage },
  { pattern: /^\/maengel\/meine$/, module: 'defects', load: async () => (await import('./defects/mine-page')).MinePage },
  { pattern: /^\/maengel\/zahlen$/, module: 'defects', load: async () => (await import('./defects/statistics-page')).StatisticsPage },
  { pattern: /^\/maengel\/([^/]+)$/, module: 'defects', load: async () => (await import('./defects/detail/defect-page')).DefectPage },
  { pattern: /^\/dienste$/, module: 'services', load: async () => (await import('./services/index-page')).ServicesPage },
  { pattern: /^\/dienste\/aemter$/, module: 'services', load: async () => (await import('./services/offices-page')).OfficesPage },
  { pattern: /^\/dienste\/aemter\/([^/]+)$/, module: 'services', load: async () => (await import('./services/office-page')).OfficePage },
  { pattern: /^\/dienste\/gemerkt$/, module: 'services', load: async () => (await import('./services/kept-page')).KeptServicesPage },
  { pattern: /^\/dienste\/([^/]+)$/, module: 'services', load: async () => (await import('./services/service-page')).ServicePage },
  { pattern: /^\/suche$/, load: async () => (await import('./start/search-page')).SearchPage },
  { pattern: /^\/mehr$/, load: async () => (await import('./pages/settings-page')).SettingsPage },
  { pattern: /^\/mehr\/installieren$/, load: async () => (await import('./pages/install-page')).InstallPage },
  { pattern: /^\/mehr\/mitteilungen$/, module: 'push', load: async () => (await import('./push/push-page')).PushPage },
  { pattern: /^\/mehr\/sprache$/, load: async () => (await import('./pages/language-page')).LanguagePage },
  { pattern: /^\/mehr\/gemeinden$/, load: async () => (await import('./pages/municipalities-page')).MunicipalitiesPage },
  { pattern: /^\/seiten\/([^/]+)$/, load: async () => (await import('./pages/own-page')).OwnPage },
]

export const notFound: Route = {
  pattern: /^/,
  load: async () => (await import('./pages/not-found-page')).NotFoundPage,
}

function plain(part: string): string | undefined {
  try {
    return decodeURIComponent(part)
  } catch {
    return undefined
  }
}

/** Until the municipality's modules are known, every page may be there. */
export function routeOf(path: string, modules?: string[]): { route: Route; id: string } {
  for (const route of routes) {
    const match = route.pattern.exec(path)
    const id = plain(match?.[1] ?? '')
    const there = route.module === undefined || modules === undefined || modules.includes(route.module)
    if (match !== null && id !== undefined && there) return { route, id }
  }
  return { route: notFound, id: '' }
}

/** Paths that the server answers itself; the router leaves their links to the browser. */
const foreign = /^\/(api|media|feeds|icons|assets|redaktion|open311|healthz|readyz|theme\.css|manifest\.webmanifest)(\/|$)/

export function owns(path: string): boolean {
  return !foreign.test(path)
}
