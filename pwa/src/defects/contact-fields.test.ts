// SPDX-License-Identifier: EUPL-1.2
import { describe, expect, it } from 'vitest'
import { mailComplaint } from './contact-fields'

describe('the contact', () => {
  it('may stay empty, and may be a mail address', () => {
    expect(mailComplaint({ email: '', mail: false })).toBeUndefined()
    expect(mailComplaint({ email: ' kim@example.org ', mail: true })).toBeUndefined()
  })

  it('is refused as half an address, and without one where answers shall come by mail', () => {
    expect(mailComplaint({ email: 'kim@', mail: false })).toBe('wrong')
    expect(mailComplaint({ email: 'kim@example', mail: false })).toBe('wrong')
    expect(mailComplaint({ email: ' ', mail: true })).toBe('needed')
  })
})
