// SPDX-License-Identifier: EUPL-1.2
/** Heute shows what needs somebody, and nothing that does not. */

import { expect, test } from 'vitest'
import { agendaOf, partOfDay, type Piece, type Report, type Source } from './agenda'

const NOW = new Date('2026-11-24T08:12:00Z')

function row(more: Partial<Piece>): Piece {
  return {
    ...{ kind: 'news' as const, id: more.title ?? 'x', version: 1, state: 'draft', title: 'Titel', category: null, image: null },
    ...{ publish_at: null, unpublish_at: null, published_at: null, edited_by: 'Kim', edited_at: NOW.toISOString() },
    ...{ submitted_by: null, submitted_at: null, source_name: null, source_edited: false, unpublished_changes: false, lacks: [], notification: null },
    ...more,
  }
}

function source(more: Partial<Source>): Source {
  return {
    ...{ kind: 'news' as const, id: 's', key: 's', name: 'Therme', url: '', category: null, active: true },
    ...{ last_run_at: null, last_success_at: null, last_error: null, items: 0, running: false },
    ...more,
  }
}

const handedIn = { state: 'submitted', submitted_at: NOW.toISOString() } as const

test('what somebody else handed in needs me, what I handed in does not', () => {
  const rows = [row({ ...handedIn, title: 'a', submitted_by: 'Kim' }), row({ ...handedIn, title: 'b', submitted_by: 'Erika' })]
  expect(agendaOf(rows, [], 'Erika', NOW).release.map(({ title }) => title)).toEqual(['a'])
})

test('a correction that waits for release is not offered for writing on', () => {
  const rows = [row({ state: 'visible', unpublished_changes: true, submitted_at: NOW.toISOString(), submitted_by: 'Kim' })]
  const agenda = agendaOf(rows, [], 'Erika', NOW)
  expect([agenda.release.length, agenda.drafts.length]).toEqual([1, 0])
})

test('drafts and begun corrections can be gone on with', () => {
  const rows = [row({ title: 'a' }), row({ title: 'b', state: 'visible', unpublished_changes: true }), row({ title: 'c', state: 'visible' })]
  expect(agendaOf(rows, [], 'Erika', NOW).drafts.map(({ title }) => title)).toEqual(['a', 'b'])
})

test('what appears next is sorted by its date and lies ahead', () => {
  const rows = [
    row({ title: 'later', state: 'scheduled', publish_at: '2026-11-27T17:00:00Z' }),
    row({ ...handedIn, title: 'today', publish_at: '2026-11-24T11:00:00Z' }),
    row({ ...handedIn, title: 'over', publish_at: '2026-11-24T07:00:00Z' }),
  ]
  expect(agendaOf(rows, [], 'Erika', NOW).next.map(({ title }) => title)).toEqual(['today', 'later'])
})

test('an import that fails is said, one that is switched off is not', () => {
  const failed = { last_error: { reason: 'unreachable', detail: '' } }
  expect(agendaOf([], [source(failed), source({ ...failed, active: false }), source({})], 'E', NOW).broken).toHaveLength(1)
})

test('imported items that nobody touched are not what we wrote lately', () => {
  const rows = [row({ state: 'visible', source_name: 'Therme' }), row({ state: 'visible', title: 'own' })]
  expect(agendaOf(rows, [], 'E', NOW).lately.map(({ title }) => title)).toEqual(['own'])
})

test.each([
  ['2026-11-24T06:50:00Z', 'morning'],
  ['2026-11-24T10:00:00Z', 'day'],
  ['2026-11-24T17:00:00Z', 'evening'],
  ['2026-11-24T23:30:00Z', 'evening'],
])('at %s one wishes a good %s', (iso, part) => expect(partOfDay(new Date(iso))).toBe(part))

test('reports that are late, due today, answered or objected to need me, the others have time', () => {
  const report = (id: string, group: Report['group'], flags = 0) => ({ id, group, flags }) as Report
  const agenda = agendaOf([], [], 'E', NOW, [report('late', 'overdue'), report('today', 'today'), report('bad', 'later', 1), report('later', 'later')])
  expect(agenda.reports.map(({ id }) => id)).toEqual(['late', 'today', 'bad'])
  expect(agenda.reportsLater).toBe(1)
})

test('what phones have heard of is told, the latest first, and not what still waits', () => {
  const rung = (due_at: string, reached: number) => ({ notification: { state: 'sent', due_at, devices: 9, reached } }) as const
  const rows = [
    row({ title: 'silent' }),
    row({ title: 'old', ...rung('2026-11-20T08:00:00Z', 7) }),
    row({ title: 'new', ...rung('2026-11-23T08:00:00Z', 8) }),
    row({ title: 'waits', ...rung('2026-11-25T08:00:00Z', 0) }),
  ]
  expect(agendaOf(rows, [], 'Erika', NOW).reached.map(({ title }) => title)).toEqual(['new', 'old'])
})

test('events stand among the news, by what is due first and what was written last', () => {
  const rows = [
    row({ ...handedIn, title: 'later', publish_at: '2026-11-27T17:00:00Z', submitted_by: 'Kim' }),
    row({ ...handedIn, kind: 'event', title: 'sooner', publish_at: '2026-11-25T17:00:00Z', submitted_by: 'Verein' }),
    row({ title: 'old', edited_at: '2026-11-20T08:00:00Z' }),
    row({ kind: 'event', title: 'new', edited_at: '2026-11-24T08:00:00Z' }),
  ]
  const agenda = agendaOf(rows, [], 'Erika', NOW)
  expect(agenda.release.map(({ title }) => title)).toEqual(['sooner', 'later'])
  expect(agenda.drafts.map(({ title }) => title)).toEqual(['new', 'old'])
})
