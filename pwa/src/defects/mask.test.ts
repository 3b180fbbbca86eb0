// SPDX-License-Identifier: EUPL-1.2
import { describe, expect, it } from 'vitest'
import { maskedParts } from './mask'

describe('a masked text', () => {
  it('shows every mask, not the first alone', () => {
    expect(maskedParts('Ruf [Nummer verdeckt] oder [E-Mail verdeckt] an')).toEqual(['Ruf ', 'Nummer verdeckt', ' oder ', 'E-Mail verdeckt', ' an'])
  })

  it('leaves other brackets alone', () => {
    expect(maskedParts('[siehe Foto]')).toEqual(['[siehe Foto]'])
  })
})
