// SPDX-License-Identifier: EUPL-1.2
/** What a page is on the editor's side: content, state, what its main button does. Pure. */

import type { components } from '../../api/schema'
import type { Base } from '../compose/autosave'
import { verbsOf } from '../publishing/verbs'

type Schemas = components['schemas']

export type StaffPage = Schemas['StaffPage']
export type StaffPageRow = Schemas['StaffPageListItem']
export type PageContent = Schemas['PageContent']

export const EMPTY: PageContent = { title: '', body: '' }

function contentOf({ content }: Pick<StaffPage, 'content'>): PageContent {
  return { title: content.title, body: content.body }
}

export function baseOf(page: StaffPage): Base<PageContent> {
  return { version: String(page.version), content: contentOf(page) }
}

export const verbs = verbsOf<PageContent, StaffPage>('/api/v1/staff/pages', contentOf)

export type PageState = 'visible' | 'changed' | 'draft'

export function stateOf({ published, unpublished_changes }: Pick<StaffPageRow, 'published' | 'unpublished_changes'>): PageState {
  return !published ? 'draft' : unpublished_changes ? 'changed' : 'visible'
}

/** What publication would refuse, in the order of the page; the same rule as the server's. */
export function lacksOf({ title, body }: PageContent): ('title' | 'text')[] {
  return [...(title.trim() === '' ? (['title'] as const) : []), ...(body.trim() === '' ? (['text'] as const) : [])]
}

/** Legal pages first, as the municipality orders them; then its own. */
export function grouped(rows: readonly StaffPageRow[]): { legal: StaffPageRow[]; own: StaffPageRow[] } {
  return { legal: rows.filter(({ role }) => role !== null), own: rows.filter(({ role }) => role === null) }
}
