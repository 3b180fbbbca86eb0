// SPDX-License-Identifier: EUPL-1.2
/** The words of the API as the app uses them. Knows no network and no DOM. */

export interface Tenant {
  slug: string
  name: string
  kind: string
  district: string
  ags: string
  ars: string
  language: string
  origin: string
  demo: boolean
  initials: string
  arms: string | null
  motif: 'castle' | 'forest' | 'water'
  latitude: number
  longitude: number
  bbox: number[]
  phone: string | null
  email: string | null
  website: string | null
  address: string | null
}

export interface Theme {
  url: string
  color_light: string
  color_dark: string
  paper_light: string
  paper_dark: string
}

export interface QuickAction {
  label: string
  icon: string
  href: string
}

export interface Category {
  slug: string
  name: string
}

export interface Image {
  alt: string
  credit: string | null
  caption: string | null
  width: number
  height: number
  src: string
  srcset: string
}

export interface NewsListItem {
  id: string
  title: string
  teaser: string
  category: Category | null
  image: Image | null
  /** ISO 8601, UTC; likewise the other moments. */
  published_at: string
  updated_at: string
  unpublish_at: string | null
  urgent: boolean
  source_name: string | null
}

export interface NewsItem extends NewsListItem {
  /** HTML that the server restricted to its allow-list. */
  body: string
  source_url: string | null
}

export type PageRole = 'imprint' | 'privacy' | 'accessibility' | 'easy-language' | 'sign-language'

export interface PageLink {
  slug: string
  title: string
  role: PageRole | null
}

export interface Page extends PageLink {
  body: string
  updated_at: string
}

export interface Bootstrap {
  tenant: Tenant
  theme: Theme
  modules: string[]
  quick_actions: QuickAction[]
  pages: PageLink[]
  contact_accessibility: string | null
  feedback: string | null
  news: { categories: Category[]; items: NewsListItem[]; notices: NewsListItem[] } | null
  push: null
}

export interface SearchHit {
  type: 'news' | 'page'
  id: string
  title: string
  teaser: string
  path: string
  date: string | null
}

export interface TenantLink {
  slug: string
  name: string
  kind: string
  district: string
  origin: string
  initials: string
  color_light: string
  color_dark: string
}

/** RFC 9457 problem; `code` is what the app translates. */
export interface Problem {
  type: string
  code: string
  title: string
  status: number
  detail?: string
  errors?: Record<string, unknown>
}
