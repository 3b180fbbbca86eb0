// SPDX-License-Identifier: EUPL-1.2
/** What people paste is understood, what goes wrong is said in words. */

import { expect, test } from 'vitest'
import type { Refused } from '../../api/staff'
import { de } from '../i18n/de'
import { digitsOf } from './code-field'
import { spaced } from './factor-setup'
import { passwordFault, sentence } from './failures'

function refused(status: number, code: string, more: Partial<Refused['problem']> = {}, retryAfter?: number): Refused {
  return { ok: false, status, retryAfter, problem: { type: '', code, title: '', status, ...more } }
}

test.each([
  [' 493 027 ', '493027'],
  ['493-027', '493027'],
  ['Ihr Code: 493027.', '493027'],
  ['49302799', '493027'],
])('%o is the code %s', (typed, digits) => expect(digitsOf(typed)).toBe(digits))

test('the key to type comes in groups of four', () => expect(spaced('ABCDEFGHIJ')).toBe('ABCD EFGH IJ'))

test('unknown mail and wrong password read the same', () => {
  expect(sentence(refused(401, 'wrong-sign-in'), de, 'falsch')).toBe('falsch')
})

test('whoever has to wait learns how long', () => {
  expect(sentence(refused(429, 'too-many', {}, 300), de, '')).toBe('Zu viele Versuche. Bitte in 5 Minuten noch einmal versuchen.')
})

test('a closed account is told from a wrong password', () => {
  expect(sentence(refused(403, 'second-factor-overdue'), de, 'falsch')).toBe(de.signingIn.overdue)
})

test('a password is refused for its length or for being the address', () => {
  const fault = (text: string) => passwordFault(refused(422, 'invalid', { errors: { password: [text] } }), de)
  expect(fault('Shorter than minimum length 12.')).toBe(de.signingIn.passwordShort)
  expect(fault('Must not be the mail address.')).toBe(de.signingIn.passwordIsMail)
  expect(passwordFault(refused(422, 'invalid', { errors: { token: ['x'] } }), de)).toBeUndefined()
})
