// SPDX-License-Identifier: EUPL-1.2
import { describe, expect, it } from 'vitest'
import { lineOf } from './line'
import { de } from './words/de'

const item = {
  status: 'accepted' as const,
  reason: null,
  note: null,
  received_at: '2026-06-06T19:12:00Z',
  updated_at: '2026-06-08T22:30:00Z',
  due_on: '2026-06-11',
  answered_on: null,
  expected_on: null,
}
const say = (changes: object, today = '2026-06-09') => lineOf({ ...item, ...changes }, today, de.line, 'de')

describe('the line of a report', () => {
  it('says until when an answer is promised, also on the last day', () => {
    expect(say({}).text).toBe('Antwort bis Donnerstag, 11.\u00a0Juni')
    expect(say({}, '2026-06-11').text).toBe('Antwort bis Donnerstag, 11.\u00a0Juni')
  })

  it('says plainly that the promise was broken', () => {
    expect(say({}, '2026-06-12').text).toBe('Antwort war bis 11.\u00a0Juni zugesagt')
  })

  it('prefers the date to the words of the town hall', () => {
    expect(say({ status: 'scheduled', expected_on: '2026-06-15', note: 'Bauhof', answered_on: '2026-06-09' }).text).toBe('Eingeplant für den 15.\u00a0Juni')
    expect(say({ status: 'in_progress', note: 'Bauhof', answered_on: '2026-06-09' })).toEqual({ text: 'Bauhof', own: true })
  })

  it('knows the day of the repair by the clocks of Berlin', () => {
    expect(say({ status: 'resolved' }).text).toBe('Erledigt am 9.\u00a0Juni')
  })

  it('names why nothing was mended', () => {
    expect(say({ status: 'closed_unresolved', reason: 'private', note: 'x' }).text).toBe('Privates Grundstück')
  })

  it('never counts down once there was an answer', () => {
    expect(say({ answered_on: '2026-06-08' }).text).toBe('Gemeldet am 6.\u00a0Juni')
  })
})
