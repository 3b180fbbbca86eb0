// SPDX-License-Identifier: EUPL-1.2
/** From the form to what is sent: what is missing, and the words of the API. Pure. */

import type { Suggestion } from '../api/types'
import type { Draft } from '../offline/suggestions'

export type Field = 'title' | 'startDay' | 'startTime' | 'endDay' | 'endTime' | 'place' | 'link' | 'name' | 'email'
export type Complaint = 'title' | 'start' | 'startDay' | 'past' | 'end' | 'endTime' | 'place' | 'link' | 'name' | 'contact' | 'email'

const MAIL = /^[^@\s]+@[^@\s]+\.[^@\s]+$/

function local(day: string, time: string, allDay: boolean): string {
  return allDay ? day : `${day}T${time}`
}

/** Without an own day the end is on the first one. */
function endOf({ startDay, endDay, endTime, allDay }: Draft): string | null {
  if (allDay) return endDay === '' ? null : endDay
  return endTime === '' ? null : local(endDay || startDay, endTime, false)
}

/** What is missing, in the order of the form. */
export function complaints(draft: Draft, today: string): [Field, Complaint][] {
  const found: [Field, Complaint][] = []
  const { startDay, startTime, endDay, endTime, allDay } = draft
  if (draft.title.trim() === '') found.push(['title', 'title'])
  if (startDay === '' || (startTime === '' && !allDay)) found.push([startDay === '' ? 'startDay' : 'startTime', allDay ? 'startDay' : 'start'])
  else if (startDay < today) found.push(['startDay', 'past'])
  const end = endOf(draft)
  if (endDay !== '' && endDay !== startDay && endTime === '' && !allDay) found.push(['endTime', 'endTime'])
  else if (end !== null && startDay !== '' && end < local(startDay, startTime, allDay)) found.push([endDay === '' ? 'endTime' : 'endDay', 'end'])
  if (draft.place.trim() === '') found.push(['place', 'place'])
  if (draft.link.trim() !== '' && !/^https?:\/\/\S+\.\S+$/.test(draft.link.trim())) found.push(['link', 'link'])
  if (draft.name.trim() === '') found.push(['name', 'name'])
  const email = draft.email.trim()
  if (email === '' && draft.phone.trim() === '') found.push(['email', 'contact'])
  else if (email !== '' && !MAIL.test(email)) found.push(['email', 'email'])
  return found
}

/** What is sent. `website` is what a machine has filled in. */
export function suggestionOf(draft: Draft, website: string, now: number): Suggestion {
  const said = (text: string) => text.trim() || null
  return {
    id: draft.id,
    title: draft.title.trim(),
    start: local(draft.startDay, draft.startTime, draft.allDay),
    end: endOf(draft),
    all_day: draft.allDay,
    place: draft.place.trim(),
    organiser: draft.organiser.trim(),
    description: draft.description.trim(),
    link: said(draft.link),
    contact: { name: draft.name.trim(), email: said(draft.email), phone: said(draft.phone) },
    website,
    // A phone's clock may have been set back meanwhile.
    elapsed_ms: Math.abs(now - draft.begun),
  }
}
