// SPDX-License-Identifier: EUPL-1.2
/** What residents suggest, on the way from and to the server. Knows no page and no words. */

import type { components } from '../../api/schema'
import { staff } from '../../api/staff'
import { useSession } from '../session'
import { useLoad, type Loaded } from '../ui/load'

export type Suggestion = components['schemas']['StaffSuggestion']

export function useSuggestions(): Loaded<Suggestion[]> {
  const { can, modules } = useSession()
  return useLoad('events/suggestions', async () =>
    can('EDITOR') && modules.includes('events') ? staff.GET('/api/v1/staff/events/suggestions') : { ok: true, data: [], etag: undefined, total: undefined },
  )
}

/** How many nobody has decided about. */
export function useOpenSuggestions(): number {
  return useSuggestions().data?.filter(({ state }) => state === 'received').length ?? 0
}
