// SPDX-License-Identifier: EUPL-1.2
import { describe, expect, it } from 'vitest'
import { isSecret, ownTopic } from './topics'

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
