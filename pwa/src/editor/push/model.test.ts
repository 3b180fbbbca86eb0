// SPDX-License-Identifier: EUPL-1.2
/** Whom a notification is for, what it lacks, and what is said of it afterwards. */

import { expect, test } from 'vitest'
import { de } from '../i18n/de'
import { isGreat, lacksOf, nextLook, NO_PLAN, outcomeOf, stageOf, topicNames, topicsOf, topicWords, wishOf, type Message } from './model'

const ITEM = { title: 'Adventsmarkt ', teaser: 'Mit Bus.' }
const DUE = '2026-11-26T06:00:00Z'

function message(more: Partial<Message>): Message {
  return {
    ...{ id: 'm', subject_type: 'news', subject_id: 'n', topics: ['news:verkehr'], title: 'T', text: 'X', url: '/', urgent: false },
    ...{ due_at: DUE, expires_at: DUE, created_at: DUE, created_by: 'Kim', state: 'sent', audience: 412, reached: 412 },
    ...{ gone: 0, failed: 0, deferred: 0 },
    ...more,
  }
}

test('nothing rings unless somebody wants it', () => {
  expect(wishOf(NO_PLAN, ITEM)).toBeNull()
})

test('the words follow the item until somebody writes others', () => {
  expect(wishOf({ ...NO_PLAN, on: true }, ITEM)).toEqual({ title: 'Adventsmarkt', text: 'Mit Bus.', insist: false })
  expect(wishOf({ ...NO_PLAN, on: true, title: 'Bus', text: '' }, ITEM)).toEqual({ title: 'Bus', text: '', insist: false })
})

test('an item is for those who want its category', () => {
  expect([topicsOf('news', 'verkehr'), topicsOf('events', 'konzert'), topicsOf('news', null)]).toEqual([['news:verkehr'], ['events:konzert'], []])
})

test('a title and somebody to hear it are needed, and what no phone takes is refused', () => {
  expect(lacksOf({ title: 'Bus', text: '' }, ['urgent'])).toEqual([])
  expect(lacksOf({ title: ' ', text: '' }, [])).toEqual(['ring_topic', 'ring_title'])
  expect(lacksOf({ title: 'x'.repeat(120), text: 'x'.repeat(300) }, ['urgent'])).toEqual([])
  expect(lacksOf({ title: 'x'.repeat(121), text: '' }, ['urgent'])).toEqual(['ring_long'])
  expect(lacksOf({ title: 'x', text: 'x'.repeat(301) }, ['urgent'])).toEqual(['ring_long'])
})

test('only urgent ones to more than 500 devices are asked about', () => {
  expect([isGreat(true, 501), isGreat(true, 500), isGreat(false, 9999), isGreat(true, undefined)]).toEqual([true, false, false, false])
})

test('what was called off before it left leaves the item as it was', () => {
  expect(stageOf(null)).toBe('none')
  expect(stageOf(message({ state: 'waiting', audience: 0 }))).toBe('planned')
  expect(stageOf(message({ state: 'cancelled', audience: 0 }))).toBe('none')
  expect(stageOf(message({ state: 'cancelled', audience: 412, reached: 200 }))).toBe('sent')
  expect(stageOf(message({ state: 'sending' }))).toBe('sent')
})

test('a message is followed while it is on its way, and left alone afterwards', () => {
  const due = Date.parse(DUE)
  expect(nextLook(message({ state: 'sending' }), due)).toBe(1500)
  expect(nextLook(message({ state: 'waiting' }), due)).toBe(1500)
  expect(nextLook(message({ state: 'waiting' }), due - 10_000)).toBe(10_500)
  expect(nextLook(message({ state: 'waiting' }), due - 3_600_000)).toBe(30_000)
  expect(nextLook(message({}), due)).toBeUndefined()
  expect(nextLook(message({ state: 'cancelled' }), due)).toBeUndefined()
})

test('the outcome names what happened and nothing that did not', () => {
  expect(outcomeOf(message({}), de, 'heute')).toEqual(['412 von 412 Geräten erreicht.'])
  expect(outcomeOf(message({ audience: 1204, reached: 1160, gone: 1, failed: 3, deferred: 40 }), de, 'heute')).toEqual([
    '1.160 von 1.204 Geräten erreicht.',
    '40 Geräte erhalten sie später (Ruhezeit oder gerade ohne Netz).',
    '1 Gerät gibt es nicht mehr.',
    '3 Geräte waren nicht zu erreichen.',
  ])
  expect(outcomeOf(message({ audience: 0, reached: 0 }), de, 'heute')).toEqual(['Kein Gerät hatte das abonniert.'])
  expect(outcomeOf(message({ state: 'sending', reached: 200 }), de, 'heute')).toEqual(['Wird gerade gesendet: 200 von 412 Geräten.'])
  expect(outcomeOf(message({ state: 'cancelled', reached: 200 }), de, 'heute')).toEqual([
    'Abgesagt, als ein Teil schon hinaus war.',
    '200 von 412 Geräten erreicht.',
  ])
})

test('topics are named as editors know them', () => {
  const names = topicNames('news', [{ slug: 'verkehr', name: 'Verkehr' }], de)
  expect(topicWords(['news:verkehr', 'urgent'], names, de)).toBe('„Verkehr“ oder „Dringende Hinweise“')
  expect(topicWords([], names, de)).toBe('')
  expect(topicWords(['event:1', 'event:1:60', 'events:weg'], names, de)).toBe('den gemerkten Termin oder „weg“')
})
