// SPDX-License-Identifier: EUPL-1.2
import { describe, expect, it } from 'vitest'
import { largest, placeOf, sizeWords, withNew, type Picture } from './pictures'

function picture(id: string): Picture {
  return { id } as Picture
}

describe('pictures', () => {
  it('says sizes as people do', () => {
    expect(sizeWords(400, 'de')).toBe('1 KB')
    expect(sizeWords(340_400, 'de')).toBe('340 KB')
    expect(sizeWords(1_240_000, 'de')).toBe('1,2 MB')
  })

  it('puts what was just stored in front, the last first, each once', () => {
    const list = withNew([picture('a'), picture('b')], [picture('b'), picture('c'), picture('c')])
    expect(list.map(({ id }) => id)).toEqual(['c', 'b', 'a'])
  })

  it('tells the pixels of the largest file', () => {
    const files = { srcset: '/media/x-480.webp 480w, /media/x-1600.webp 1600w', width: 960, height: 641 }
    expect(largest({ ...picture('a'), ...files })).toEqual({ width: 1600, height: 1068 })
  })

  it('knows where a picture is used', () => {
    expect(placeOf({ type: 'news', id: 'x', title: 'T' })).toBe('/redaktion/nachrichten/x')
    expect(placeOf({ type: 'page', id: 'y', title: 'T' })).toBe('/redaktion/seiten/y')
  })
})
