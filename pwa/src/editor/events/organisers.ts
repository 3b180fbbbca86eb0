// SPDX-License-Identifier: EUPL-1.2
/** Organisers on the way to and from the server. Knows no page and no words. */

import type { components } from '../../api/schema'
import { matching, staff, type Answer } from '../../api/staff'
import { useLoad, type Loaded } from '../ui/load'

export type Organiser = components['schemas']['Organiser']
export type OrganiserContent = Pick<Organiser, 'name' | 'email' | 'phone' | 'url'>

const ALL = '/api/v1/staff/events/organisers'
const ONE = `${ALL}/{organiser_id}` as const

export function useOrganisers(): Loaded<Organiser[]> {
  return useLoad('events/organisers', () => staff.GET(ALL))
}

/** Keeps an organiser, a new one or one that is there. */
export function saveOrganiser(body: OrganiserContent, known: Pick<Organiser, 'id' | 'version'> | undefined): Promise<Answer<Organiser>> {
  if (known === undefined) return staff.POST(ALL, { body })
  return staff.PUT(ONE, { params: { path: { organiser_id: known.id }, header: matching(known.version) }, body })
}

export function removeOrganiser({ id, version }: Organiser): Promise<Answer<unknown>> {
  return staff.DELETE(ONE, { params: { path: { organiser_id: id }, header: matching(version) } })
}
