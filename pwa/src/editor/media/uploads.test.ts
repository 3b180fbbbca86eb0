// SPDX-License-Identifier: EUPL-1.2
import { describe, expect, it, vi } from 'vitest'
import { MAX_BYTES, reasonOf, refusedAtOnce, uploads, type Outcome, type Upload } from './uploads'

function file(name: string, type = 'image/jpeg', size = 10): File {
  const made = new File(['x'], name, { type })
  Object.defineProperty(made, 'size', { value: size })
  return made
}

function counter(answers: Record<string, Outcome<string>['kind'] | 'unreachable'>) {
  let running = 0
  let most = 0
  const send = vi.fn(async (one: File, progress: (share: number) => void): Promise<Outcome<string>> => {
    most = Math.max(most, (running += 1))
    progress(0.5)
    await Promise.resolve()
    progress(1)
    running -= 1
    const answer = answers[one.name]
    if (answer === 'unreachable') return { kind: 'refused', why: 'unreachable' }
    return answer === 'refused' ? { kind: 'refused', why: 'damaged' } : { kind: 'stored', media: one.name }
  })
  return { send, most: () => most }
}

describe('uploads', () => {
  it('sends one after the other and gives what was stored in the order of choice', async () => {
    const { send, most } = counter({})
    const queue = uploads(send, () => undefined)
    const both = await Promise.all([queue.add([file('a'), file('b')]), queue.add([file('c')])])
    expect(both).toEqual([['a', 'b'], ['c']])
    expect(most()).toBe(1)
    expect(queue.list()).toEqual([])
  })

  it('keeps a refused file with its name and reason, and goes on with the next', async () => {
    const seen: (readonly Upload[])[] = []
    const queue = uploads(counter({ b: 'refused' }).send, (list) => seen.push(list))
    expect(await queue.add([file('a'), file('b'), file('c')])).toEqual(['a', 'c'])
    expect(queue.list()).toMatchObject([{ name: 'b', state: 'refused', why: 'damaged' }])
    expect(seen.some((list) => list.some((one) => one.name === 'a' && one.share === 0.5))).toBe(true)
    queue.dismiss(queue.list()[0]?.key ?? 0)
    expect(queue.list()).toEqual([])
  })

  it('refuses without asking the server what can be told from outside', async () => {
    const { send } = counter({})
    const queue = uploads(send, () => undefined)
    await queue.add([file('leer.jpg', 'image/jpeg', 0), file('film.mp4', 'video/mp4'), file('riesig.jpg', 'image/jpeg', MAX_BYTES + 1)])
    expect(queue.list().map(({ why }) => why)).toEqual(['empty', 'not-a-picture', 'too-large'])
    expect(send).not.toHaveBeenCalled()
  })

  it('tries again what the network lost', async () => {
    const answers: Record<string, 'unreachable' | 'stored'> = { a: 'unreachable' }
    const queue = uploads(counter(answers).send, () => undefined)
    await queue.add([file('a')])
    const [lost] = queue.list()
    expect(lost).toMatchObject({ state: 'refused', why: 'unreachable' })
    answers['a'] = 'stored'
    expect(await queue.retry(lost?.key ?? 0)).toBe('a')
    expect(queue.list()).toEqual([])
  })
})

describe('reasons', () => {
  it('lets pass what may be a picture, also without a type', () => {
    expect(refusedAtOnce(file('IMG.HEIC', ''))).toBeUndefined()
    expect(refusedAtOnce(file('a.png', 'image/png', MAX_BYTES))).toBeUndefined()
    expect(refusedAtOnce(file('a.svg', 'image/svg+xml'))).toBe('not-a-picture')
  })

  it('reads the machine word of the server and knows no other', () => {
    expect(reasonOf({ code: 'unusable-picture', reason: 'too-many-pixels' })).toBe('too-many-pixels')
    expect(reasonOf({ code: 'too-large' })).toBe('too-large')
    expect(reasonOf({ code: 'unusable-picture', reason: 'toString' })).toBe('failed')
    expect(reasonOf({ code: 'internal' })).toBe('failed')
  })
})
