// SPDX-License-Identifier: EUPL-1.2
/** One series becomes two. Pure. */

import { repetitionOf, ruleOf } from '../../events/repetition'
import { phaseAt } from './changing'
import { copyOf, type EventContent } from './model'
import { addDays } from '../compose/days'
import { lastsDays, withChange } from './timing'

/** The series from a date on, as an event of its own; the old one ends the day before. */
export function splitAt(content: EventContent, at: string): { before: Partial<EventContent>; after: EventContent } {
  const { timing, changes } = content
  const start = timing.start ?? at
  const repetition = repetitionOf(timing.rrule, start)
  const later = (each: { at: string }) => each.at >= at
  const end = timing.end === null ? null : addDays(at, lastsDays(timing)) + timing.end.slice(10)
  // What is counted goes on without end: how many are left nobody has said.
  const rest = repetition && { ...repetition, end: repetition.end.kind === 'count' ? ({ kind: 'never' } as const) : repetition.end }
  return {
    before: {
      timing: {
        ...timing,
        rrule: repetition && ruleOf({ ...repetition, end: { kind: 'until', day: addDays(at, -1) } }, timing.all_day),
        excluded: timing.excluded.filter((each) => !later(each)),
        extra: timing.extra.filter((each) => each < at),
      },
      changes: changes.filter((each) => !later(each)),
    },
    after: {
      ...copyOf(content),
      timing: { ...timing, start: at, end, rrule: rest && ruleOf(rest, timing.all_day), excluded: timing.excluded.filter(later), extra: timing.extra.filter((each) => each >= at) },
      changes: withChange(changes.filter(later), phaseAt(content, at)),
    },
  }
}
