// SPDX-License-Identifier: EUPL-1.2
import { expect, test } from 'vitest'
import { clocks, FIRST_WISHES, onlyWishes, standingOf, whereToAllow, wishesWith, type Facts } from './standing'

const PHONE: Facts = { platform: 'android', installed: false, supported: true, permission: 'default', subscribed: false }

test.each<[string, Partial<Facts>]>([
  ['off', {}],
  ['on', { subscribed: true, permission: 'granted' }],
  ['off', { subscribed: true, permission: 'default' }],
  ['denied', { permission: 'denied' }],
  ['denied', { permission: 'denied', subscribed: true }],
  ['unsupported', { supported: false, permission: undefined }],
  ['install', { platform: 'ios', supported: false, permission: undefined }],
  ['unsupported', { platform: 'ios', installed: true, supported: false, permission: undefined }],
  ['off', { platform: 'ios', installed: true }],
])('it is %s with %o', (standing, facts) => {
  expect(standingOf({ ...PHONE, ...facts })).toBe(standing)
})

const CHROME = 'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36'
const SAFARI = 'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.1 Safari/605.1.15'

test.each<[ReturnType<typeof whereToAllow>, string, Facts['platform'], boolean]>([
  ['chrome', CHROME, 'desktop', false],
  ['chrome', CHROME, 'android', false],
  ['app', CHROME, 'android', true],
  ['chrome', CHROME, 'desktop', true],
  ['safari', SAFARI, 'desktop', false],
  ['ios', SAFARI, 'ios', true],
  ['firefox', 'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0', 'desktop', false],
])('%s holds the permission', (where, agent, platform, installed) => {
  expect(whereToAllow(agent, platform, installed)).toBe(where)
})

test('one begins with what is urgent and the category one came from', () => {
  const all = ['urgent', 'news:verkehr', 'news:rathaus']
  expect(wishesWith(FIRST_WISHES, all, 'verkehr').topics).toEqual(['urgent', 'news:verkehr'])
  expect(wishesWith(FIRST_WISHES, all, 'gibt-es-nicht').topics).toEqual(['urgent'])
  expect(wishesWith(FIRST_WISHES, all, null).topics).toEqual(['urgent'])
})

test('the category one came from is added once to what was chosen before', () => {
  const all = ['urgent', 'news:verkehr', 'news:rathaus']
  const before = wishesWith(FIRST_WISHES, all, 'verkehr')
  expect(wishesWith(before, all, 'rathaus').topics).toEqual(['urgent', 'news:verkehr', 'news:rathaus'])
  expect(wishesWith(before, all, 'verkehr')).toEqual(before)
})

test('a secret never goes where only wishes belong', () => {
  const record = { id: '1', auth: 'secret', key: 'k', ...FIRST_WISHES }
  expect(onlyWishes(record)).toEqual(FIRST_WISHES)
})

test('a time between the half hours can be kept', () => {
  expect(clocks('22:00')).toHaveLength(48)
  expect(clocks('06:45')).toHaveLength(49)
  expect(clocks('06:45').indexOf('06:45')).toBe(clocks('06:45').indexOf('06:30') + 1)
})
