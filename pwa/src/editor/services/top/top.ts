// SPDX-License-Identifier: EUPL-1.2
/** What residents ask for most, on the way to and from the server. Knows no page and no words. */

import type { components } from '../../../api/schema'
import { matching, staff, type Answer } from '../../../api/staff'
import { useLoad, type Loaded } from '../../ui/load'

type Schemas = components['schemas']
export type Top = Schemas['Top']
export type TopItem = Top['items'][number]

const TOP = '/api/v1/staff/services/top'

export function useTop(): Loaded<Top> {
  return useLoad('services/top', () => staff.GET(TOP))
}

export function keepTop(ids: string[], version: number): Promise<Answer<Top>> {
  return staff.PUT(TOP, { params: { header: matching(version) }, body: { ids } })
}

export type Found = Pick<TopItem, 'id' | 'title' | 'situation' | 'hidden'>

export async function findServices(q: string): Promise<Found[]> {
  const answer = await staff.GET('/api/v1/staff/services', { params: { query: { q, page_size: 8 } } })
  return answer.ok ? answer.data.map(({ id, title, situation, hidden }) => ({ id, title, situation, hidden })) : []
}
