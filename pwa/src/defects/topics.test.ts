// SPDX-License-Identifier: EUPL-1.2
import { describe, expect, it } from 'vitest'
import { isSecret, keyIn, ownTopic } from './topics'

describe('the topic of an own report', () => {
  it('is the one that the server makes of the secret', async () => {
    // python: base64.urlsafe_b64encode(hashlib.sha256(b'push:geheim').digest()).rstrip(b'=')
    expect(await ownTopic('geheim')).toBe('report:gS_yLkqyNksgZjxxGnpuwA1MBkmSaCSPr4wmXcQRpA4')
  })

  it('cannot be made of a mail\'s key', async () => {
    const key = 'a0'.repeat(32)
    expect(isSecret(key)).toBe(false)
    expect(await ownTopic(key)).toBeUndefined()
  })
})

describe('the key in an address', () => {
  it('is the secret of the phone, or what a mail leads with', () => {
    expect(keyIn(`#${'aB3-_'.repeat(9)}`)).toBe('aB3-_'.repeat(9))
    expect(keyIn(`#${'a0'.repeat(32)}`)).toBe('a0'.repeat(32))
  })

  it('is not a place on the page, nor nothing', () => {
    for (const hash of ['', '#', '#inhalt', '#text%20mit%20leerzeichen']) expect(keyIn(hash)).toBeUndefined()
  })
})
