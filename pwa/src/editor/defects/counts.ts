// SPDX-License-Identifier: EUPL-1.2
/** How many reports wait for somebody, and when the town hall works; inbox and report read the same numbers. */

import { staff } from '../../api/staff'
import type { components } from '../../api/schema'
import { useLoad, type Loaded } from '../ui/load'

const USUAL_HOURS = [8, 16] as const

export function useCounts(): Loaded<components['schemas']['StaffDefectCounts']> {
  return useLoad('defects/counts', () => staff.GET('/api/v1/staff/defects/counts'))
}

/** From when to when the town hall works; the usual hours until the server has said. */
export function useOfficeHours(): readonly [number, number] {
  const { data } = useLoad('defects/settings', () => staff.GET('/api/v1/staff/defects/settings'))
  const [from = USUAL_HOURS[0], to = USUAL_HOURS[1]] = data?.office_hours ?? USUAL_HOURS
  return [from, to]
}

/** How long an office day is, in minutes. */
export function useOfficeDay(): number {
  const [from, to] = useOfficeHours()
  return (to - from) * 60
}
