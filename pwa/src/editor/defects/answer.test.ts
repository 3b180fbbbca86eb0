// SPDX-License-Identifier: EUPL-1.2
/** Nothing is sent that lacks something, and nothing becomes public that was not meant to. */

import { expect, test } from 'vitest'
import { bodyOf, dayWordsOf, draftOf, gapsIn, lacksOf, ownWords, rebased, refilled, shows, tints, unworded, withTemplate, worded, type Draft } from './answer'
import type { Report } from './model'

const NOW = new Date('2026-11-24T08:12:00Z')

function report(more: Partial<Report> = {}): Report {
  return {
    ...{ title: 'Lampe', text: 'Die Lampe ist aus.', public_text: 'Die Lampe ist aus.', public_place: 'Am Markt', text_public: false, published_at: null, reason: null },
    photos: [{ id: 'p', src: '', width: 1, height: 1, public: false, redactions: [[0, 0, 0.1, 0.1]], by: 'reporter' }],
    transitions: [
      { status: 'accepted', needs: [] },
      { status: 'question', needs: ['note'] },
      { status: 'scheduled', needs: ['note', 'expected_on'] },
      { status: 'closed_unresolved', needs: ['note', 'reason'] },
      { status: 'rejected', needs: ['note'] },
    ],
    ...more,
  } as Report
}

const draft = (more: Partial<Draft> = {}): Draft => ({ ...draftOf(report()), ...more })

test('what nobody has looked at is offered whole, what was decided stays', () => {
  expect([draftOf(report()).text_public, draftOf(report()).photos[0]?.public]).toEqual([true, true])
  const decided = draftOf(report({ published_at: '2026-11-20T08:00:00Z' }))
  expect([decided.text_public, decided.photos[0]?.public]).toEqual([false, false])
})

test('a report without words shows none', () => expect(draftOf(report({ text: '', public_text: '' })).text_public).toBe(false))

test.each<[Partial<Draft>, string[]]>([
  [{}, ['status']],
  [{ status: 'accepted' }, []],
  [{ status: 'question' }, ['question']],
  [{ status: 'rejected' }, ['rejection']],
  [{ status: 'scheduled', note: 'Kommt.' }, ['expected']],
  [{ status: 'scheduled', note: 'Kommt.', expected: '23.11.2026' }, ['expectedPast']],
  [{ status: 'scheduled', note: 'Kommt.', expected: 'heute' }, []],
  [{ status: 'closed_unresolved', note: '' }, ['reason', 'note']],
  [{ status: 'accepted', expected: 'demnächst' }, []],
  [{ status: 'accepted', note: 'Bis {date}.' }, ['placeholder']],
])('%o lacks %o', (more, lacks) => expect(lacksOf(draft(more), report(), NOW)).toEqual(lacks))

test('a template brings its state where it is allowed, and keeps its gaps', () => {
  const template = { title: 'Bauhof', status: 'scheduled' as const, text: 'Die Lampe leuchtet bis {date}.' }
  const next = withTemplate(draft(), template, ['scheduled'])
  expect([next.status, next.note, gapsIn(next.note)]).toEqual(['scheduled', 'Die Lampe leuchtet bis {Datum}.', ['{Datum}']])
  expect(withTemplate(draft({ status: 'question' }), template, ['question']).status).toBe('question')
})

test('a declined report needs a state before anything of it is shown again', () => {
  const declined = report({ status: 'rejected', published_at: '2026-11-20T08:00:00Z' })
  expect(lacksOf({ ...draftOf(declined), title: 'Anders' }, declined, NOW)).toEqual(['status'])
})

test("a template as it came is nobody's words", () => {
  const templates = [{ title: 'Bauhof', status: 'scheduled' as const, text: 'Bis {date}.' }]
  const own = (note: string, template = 'Bauhof', day?: string) => ownWords(draft({ note, template }), templates, day)
  expect([own(''), own('Bis {Datum}.'), own('Bis Fr 27.11..', 'Bauhof', 'Fr 27.11.')]).toEqual([false, false, false])
  expect([own('Bis bald.'), own('Bis {Datum}.', '')]).toEqual([true, true])
})

test('the gaps of a template are words for people and names for the server', () => {
  expect(worded('Bis {date}, {x}.')).toBe('Bis {Datum}, {x}.')
  expect(unworded('Bis {datum}, {x}.')).toBe('Bis {date}, {x}.')
})

test('a day of another year says so', () => {
  expect([dayWordsOf('27.11.', NOW), dayWordsOf('15.1.', NOW), dayWordsOf('demnächst', NOW)]).toEqual(['Fr 27.11.', 'Fr 15.01.2027', undefined])
})

test('a gap follows what is typed for it, and comes back', () => {
  const first = refilled('Bis {Datum}.', '{Datum}', undefined, 'Fr 27.11.')
  expect(first).toBe('Bis Fr 27.11..')
  expect(refilled(first, '{Datum}', 'Fr 27.11.', 'Mo 30.11.')).toBe('Bis Mo 30.11..')
  expect(refilled(first, '{Datum}', 'Fr 27.11.', undefined)).toBe('Bis {Datum}.')
})

test('the words of the app are tinted, gaps apart from them, and never one over another', () => {
  const text = 'An den Bauhof bis Fr 27.11., {mast}.'
  const marks = tints(text, ['den Bauhof', 'Bauhof', 'Fr 27.11.'])
  expect(marks.map(({ start, end, gap }) => [text.slice(start, end), gap])).toEqual([['den Bauhof', false], ['Fr 27.11.', false], ['{mast}', true]])
})

test('of a rejected report nothing is shown or sent as public', () => {
  const rejected = draft({ status: 'rejected', note: 'Kein Mangel.' })
  expect(shows(rejected)).toEqual({ text: false, photos: 0 })
  const body = bodyOf(rejected, report(), NOW)
  expect([body.text_public, body.photos?.[0]?.public]).toEqual([false, false])
})

test('a day or a reason goes only with a state that it belongs to', () => {
  const full = draft({ expected: '27.11.', reason: 'no_funds' })
  const sent = (status: Draft['status']) => bodyOf({ ...full, status }, report(), NOW)
  expect([sent('scheduled').expected_on, sent('scheduled').reason]).toEqual(['2026-11-27', null])
  expect([sent('closed_unresolved').expected_on, sent('closed_unresolved').reason]).toEqual([null, 'no_funds'])
})

test('what is burned in already goes along with new areas', () => {
  const more = draft({ photos: [{ id: 'p', public: true, redactions: [[0.5, 0.5, 0.1, 0.1]] }] })
  expect(bodyOf(more, report(), NOW).photos?.[0]?.redactions).toEqual([[0, 0, 0.1, 0.1], [0.5, 0.5, 0.1, 0.1]])
})

test('upon another version what was written stays, what was not follows', () => {
  const [before, after] = [report(), report({ public_text: 'Geändert.', public_place: 'Ring', transitions: [] })]
  const next = rebased(draft({ note: 'Wir kommen.', status: 'question', public_place: 'Hof' }), draftOf(before), after)
  expect([next.note, next.status, next.public_text, next.public_place]).toEqual(['Wir kommen.', undefined, 'Geändert.', 'Hof'])
  expect(rebased(draft(), draftOf(before), after)).toEqual(draftOf(after))
})

test('what a colleague took from the public does not come back with an answer that was begun before', () => {
  const photo = { id: 'p', public: true, redactions: [] }
  const shown = report({ published_at: '2026-11-20T08:00:00Z', text_public: true, photos: [{ ...photo }] as unknown as Report['photos'] })
  const taken = { ...shown, text_public: false, photos: [{ ...photo, public: false }] as unknown as Report['photos'] }
  const next = rebased({ ...draftOf(shown), note: 'Wir kommen.' }, draftOf(shown), taken)
  expect([next.note, next.text_public, next.photos[0]?.public]).toEqual(['Wir kommen.', false, false])
})
