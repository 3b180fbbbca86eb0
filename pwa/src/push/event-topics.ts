// SPDX-License-Identifier: EUPL-1.2
/** The topics of events: a category's new ones, one event's changes, and how long before it one is reminded. Pure. */

/** Minutes before the beginning. */
export const LEADS = [60, 180, 1440, 2880] as const
export type Lead = (typeof LEADS)[number]

/** Which leads still ring for something that begins then; null is a series, and rings for each of its dates. */
export function leadsBefore(begins: number | null, now: number): Lead[] {
  return LEADS.filter((lead) => begins === null || begins - lead * 60_000 > now)
}

export function eventsOf(category: string): string {
  return `events:${category}`
}

/** Changes of one event; with a lead also a reminder. */
export function eventTopic(id: string, lead: Lead | null): string {
  return lead === null ? `event:${id}` : `event:${id}:${lead}`
}

/** The event and the lead of such a topic; undefined for every other topic. */
export function eventOf(topic: string): { id: string; lead: Lead | null } | undefined {
  const [kind, id, lead] = topic.split(':')
  if (kind !== 'event' || id === undefined) return undefined
  return { id, lead: LEADS.find((each) => String(each) === lead) ?? null }
}

/** What is chosen for one event: undefined is nothing at all. */
export function chosenFor(id: string, topics: string[]): Lead | null | undefined {
  return topics.map(eventOf).find((found) => found?.id === id)?.lead
}

/** The topics with another choice for one event. */
export function withChoice(id: string, topics: string[], lead: Lead | null | undefined): string[] {
  const others = topics.filter((topic) => eventOf(topic)?.id !== id)
  return lead === undefined ? others : [...others, eventTopic(id, lead)]
}
