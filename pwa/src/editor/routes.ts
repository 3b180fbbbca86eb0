// SPDX-License-Identifier: EUPL-1.2
/** The route table of the editorial area: address → page, loaded when asked for. A feature adds its lines here; what has no line has no entry in the navigation. */

import type { ComponentType } from 'preact'
import type { Right } from './session'
import type { IconName } from './ui/icon'

export interface PageProps {
  /** The variable part of the address. */
  id: string
}

export interface Route {
  pattern: RegExp
  /** Who has this page; ADMIN always. Without: everybody. */
  role?: Right
  /** The part of the app that a municipality may leave out. */
  module?: string
  load(): Promise<ComponentType<PageProps>>
}

export interface Entry {
  href: string
  icon: IconName
  word: 'today' | 'news' | 'events' | 'defects' | 'services' | 'media' | 'pages' | 'people' | 'log' | 'settings'
  /** Letter after G. */
  letter?: string
  management?: boolean
}

const DEFECTS = { role: 'CLERK', module: 'defects' } as const
const SERVICES = { role: 'EDITOR', module: 'services' } as const
const EVENTS = { role: 'ORGANISER', module: 'events' } as const

const routes: Route[] = [
  { pattern: /^\/redaktion$/, load: async () => (await import('./today/today-page')).TodayPage },
  { pattern: /^\/redaktion\/personen$/, role: 'ADMIN', load: async () => (await import('./people/people-page')).PeoplePage },
  { pattern: /^\/redaktion\/protokoll$/, role: 'ADMIN', load: async () => (await import('./people/log-page')).LogPage },
  { pattern: /^\/redaktion\/konto$/, load: async () => (await import('./account/account-page')).AccountPage },
  { pattern: /^\/redaktion\/nachrichten$/, role: 'EDITOR', load: async () => (await import('./news/list-page')).NewsListPage },
  { pattern: /^\/redaktion\/nachrichten\/quellen$/, role: 'EDITOR', load: async () => (await import('./news/sources-page')).NewsSourcesPage },
  { pattern: /^\/redaktion\/nachrichten\/([0-9a-f-]{36})$/, role: 'EDITOR', load: async () => (await import('./news/editor-page')).NewsEditorPage },
  { pattern: /^\/redaktion\/termine$/, ...EVENTS, load: async () => (await import('./events/list-page')).EventListPage },
  { pattern: /^\/redaktion\/termine\/quellen$/, ...EVENTS, role: 'EDITOR', load: async () => (await import('./events/sources-page')).EventSourcesPage },
  { pattern: /^\/redaktion\/termine\/veranstalter$/, ...EVENTS, role: 'EDITOR', load: async () => (await import('./events/organisers-page')).OrganisersPage },
  { pattern: /^\/redaktion\/termine\/vorschlaege$/, ...EVENTS, role: 'EDITOR', load: async () => (await import('./events/suggestions-page')).SuggestionsPage },
  { pattern: /^\/redaktion\/termine\/([0-9a-f-]{36})$/, ...EVENTS, load: async () => (await import('./events/editor-page')).EventEditorPage },
  { pattern: /^\/redaktion\/meldungen$/, ...DEFECTS, load: async () => (await import('./defects/list-page')).DefectListPage },
  { pattern: /^\/redaktion\/meldungen\/([0-9a-f-]{36})$/, ...DEFECTS, load: async () => (await import('./defects/report-page')).ReportPage },
  { pattern: /^\/redaktion\/einstellungen$/, ...DEFECTS, role: 'ADMIN', load: async () => (await import('./defects/settings/settings-page')).DefectSettingsPage },
  { pattern: /^\/redaktion\/dienste$/, ...SERVICES, load: async () => (await import('./services/list-page')).ServiceListPage },
  { pattern: /^\/redaktion\/dienste\/aemter$/, ...SERVICES, load: async () => (await import('./services/offices/offices-page')).OfficesPage },
  { pattern: /^\/redaktion\/dienste\/oft-gesucht$/, ...SERVICES, load: async () => (await import('./services/top/top-page')).TopPage },
  { pattern: /^\/redaktion\/dienste\/quellen$/, ...SERVICES, load: async () => (await import('./services/sources-page')).ServiceSourcesPage },
  { pattern: /^\/redaktion\/dienste\/([0-9a-f-]{36})$/, ...SERVICES, load: async () => (await import('./services/service/editor-page')).ServiceEditorPage },
  { pattern: /^\/redaktion\/mitteilungen$/, role: 'EDITOR', load: async () => (await import('./push/messages-page')).MessagesPage },
  { pattern: /^\/redaktion\/medien$/, role: 'ORGANISER', load: async () => (await import('./media/library-page')).LibraryPage },
  { pattern: /^\/redaktion\/medien\/([0-9a-f-]{36})$/, role: 'ORGANISER', load: async () => (await import('./media/picture-page')).PicturePage },
  { pattern: /^\/redaktion\/seiten$/, role: 'EDITOR', load: async () => (await import('./pages/list-page')).PagesListPage },
  { pattern: /^\/redaktion\/seiten\/([0-9a-f-]{36})$/, role: 'EDITOR', load: async () => (await import('./pages/editor-page')).PageEditorPage },
]

const ENTRIES: Entry[] = [
  { href: '/redaktion', icon: 'sun', word: 'today', letter: 'h' },
  { href: '/redaktion/nachrichten', icon: 'news', word: 'news', letter: 'n' },
  { href: '/redaktion/termine', icon: 'cal', word: 'events', letter: 't' },
  { href: '/redaktion/meldungen', icon: 'warn', word: 'defects', letter: 'd' },
  { href: '/redaktion/dienste', icon: 'services', word: 'services', letter: 'l' },
  { href: '/redaktion/medien', icon: 'image', word: 'media', letter: 'm' },
  { href: '/redaktion/seiten', icon: 'doc', word: 'pages', letter: 's' },
  { href: '/redaktion/personen', icon: 'people', word: 'people', management: true },
  { href: '/redaktion/protokoll', icon: 'log', word: 'log', management: true },
  { href: '/redaktion/einstellungen', icon: 'settings', word: 'settings', management: true },
]

/** Who asks for a page: what the role allows, and what the municipality has. */
export interface Asking {
  can(right: Right): boolean
  modules: string[]
}

export function routeOf(path: string, { can, modules }: Asking): { route: Route; id: string } | undefined {
  for (const route of routes) {
    const match = route.pattern.exec(path)
    const there = route.module === undefined || modules.includes(route.module)
    if (match !== null && there && (route.role === undefined || can(route.role))) return { route, id: match[1] ?? '' }
  }
  return undefined
}

/** What this person's role leads to, in order. */
export function entriesFor(asking: Asking): Entry[] {
  return ENTRIES.filter(({ href }) => routeOf(href, asking) !== undefined)
}

/** Where a new item is written: its name is made here, so that it arrives exactly once, also after hours without a network. */
export function newNews(): string {
  return `/redaktion/nachrichten/${crypto.randomUUID()}?neu`
}

export function newEvent(): string {
  return `/redaktion/termine/${crypto.randomUUID()}?neu`
}

/** "Heute geschlossen": a sheet over Heute. */
export const CLOSING = '/redaktion?geschlossen'

/** Pages for those who are not signed in: the secret of a link stands in the fragment. */
export type LinkPage = 'invitation' | 'reset' | 'switch'

export function linkPageOf(path: string): LinkPage | undefined {
  const pages: Record<string, LinkPage> = {
    '/redaktion/einladung': 'invitation',
    '/redaktion/passwort': 'reset',
    '/redaktion/wechsel': 'switch',
  }
  return pages[path]
}

export function owns(path: string): boolean {
  return path === '/redaktion' || path.startsWith('/redaktion/')
}
