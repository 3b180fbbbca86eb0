// SPDX-License-Identifier: EUPL-1.2
import { expect, test } from 'vitest'
import { chosenFor, eventOf, eventTopic, leadsBefore, withChoice } from './event-topics'

const ID = '6f1c0b6e-8a51-4a54-9d0a-2c1a5f0f3a11'
const OTHER = '00000000-0000-4000-8000-000000000000'

test('an event has at most one topic on a device', () => {
  const topics = ['urgent', eventTopic(ID, null), eventTopic(OTHER, 60)]
  const later = withChoice(ID, topics, 1440)
  expect(later).toEqual(['urgent', `event:${OTHER}:60`, `event:${ID}:1440`])
  expect(chosenFor(ID, later)).toBe(1440)
  expect(withChoice(ID, later, undefined)).toEqual(['urgent', `event:${OTHER}:60`])
})

test('changes without a reminder are a choice too, and not the same as none', () => {
  expect(chosenFor(ID, [eventTopic(ID, null)])).toBeNull()
  expect(chosenFor(ID, ['urgent', 'events:musik', eventTopic(OTHER, 60)])).toBeUndefined()
})

test('a reminder whose time is over is not offered, and a series has always another date', () => {
  const begins = Date.parse('2026-06-12T17:00:00Z')
  const at = (moment: string) => leadsBefore(begins, Date.parse(moment))
  expect(at('2026-06-01T12:00:00Z')).toEqual([60, 180, 1440, 2880])
  expect(at('2026-06-11T17:00:00Z')).toEqual([60, 180])
  expect(at('2026-06-12T13:59:00Z')).toEqual([60, 180])
  expect(at('2026-06-12T16:30:00Z')).toEqual([])
  expect(leadsBefore(null, begins)).toEqual([60, 180, 1440, 2880])
})

test('other topics are no events', () => {
  expect(eventOf('events:musik')).toBeUndefined()
  expect(eventOf('urgent')).toBeUndefined()
  expect(eventOf(`event:${ID}:17`)).toEqual({ id: ID, lead: null })
})
