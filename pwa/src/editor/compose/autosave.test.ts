// SPDX-License-Identifier: EUPL-1.2
/** What somebody writes is safe on the device after one second and on the server after three, whatever happens. */

import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { autosave, DEVICE_MS, RETRY_MS, SERVER_MS, type Sent, type Status } from './autosave'
import type { Draft } from './drafts'

interface Text {
  body: string
}
interface Thing {
  version: string
  content: Text
}

function desk(answers: (() => Sent<Thing> | Promise<Sent<Thing>>)[] = [], asked = false) {
  const sent: { body: string; version: string | null }[] = []
  const states: Status['state'][] = []
  const device: { draft: Draft<Text> | undefined; writes: number } = { draft: undefined, writes: 0 }
  let version = 1
  let onConflict: (theirs: Thing) => void = () => undefined
  const saver = autosave<Text, Thing>(
    {
      send: async (content, on) => {
        sent.push({ body: content.body, version: on })
        return (await answers.shift()?.()) ?? { kind: 'saved', thing: { version: String(++version), content } }
      },
      asked,
      read: (thing) => thing,
      keep: (draft) => {
        device.draft = draft
        device.writes++
      },
      forget: async () => {
        device.draft = undefined
      },
      tell: (status, thing) => {
        states.push(status.state)
        if (status.state === 'conflict' && thing !== undefined) onConflict(thing)
      },
    },
    { base: { version: '1', content: { body: '' } }, content: { body: '' }, at: 0 },
  )
  return { saver, sent, states, device, meet: (work: typeof onConflict) => (onConflict = work) }
}

const unreached = (): Sent<Thing> => ({ kind: 'unreached' })

beforeEach(() => vi.useFakeTimers())
afterEach(() => vi.useRealTimers())

describe('what is written', () => {
  test('is on the device after one second and on the server after three', async () => {
    const { saver, sent, device, states } = desk()
    saver.change({ body: 'a' })
    await vi.advanceTimersByTimeAsync(DEVICE_MS)
    expect(device.draft?.content.body).toBe('a')
    expect(sent).toEqual([])
    await vi.advanceTimersByTimeAsync(SERVER_MS - DEVICE_MS)
    expect(sent).toEqual([{ body: 'a', version: '1' }])
    expect(states.at(-1)).toBe('saved')
  })

  test('leaves the device when the server has it', async () => {
    const { saver, device } = desk()
    saver.change({ body: 'a' })
    await vi.advanceTimersByTimeAsync(SERVER_MS)
    expect(device.draft).toBeUndefined()
    expect(device.writes).toBe(1)
  })

  test('is saved also when nobody ever pauses', async () => {
    const { saver, sent, device } = desk()
    for (let at = 0; at < 40; at++) {
      saver.change({ body: 'x'.repeat(at + 1) })
      await vi.advanceTimersByTimeAsync(500)
    }
    expect(device.writes).toBeGreaterThan(2)
    expect(sent.length).toBeGreaterThan(0)
  })

  test('goes out one request at a time, each on the version of the one before', async () => {
    let release: (sent: Sent<Thing>) => void = () => undefined
    const { saver, sent } = desk([() => new Promise((resolve) => (release = resolve))])
    saver.change({ body: 'a' })
    await vi.advanceTimersByTimeAsync(SERVER_MS)
    saver.change({ body: 'ab' })
    await vi.advanceTimersByTimeAsync(SERVER_MS * 3)
    expect(sent).toHaveLength(1)
    release({ kind: 'saved', thing: { version: '7', content: { body: 'a' } } })
    await vi.advanceTimersByTimeAsync(SERVER_MS)
    expect(sent).toEqual([
      { body: 'a', version: '1' },
      { body: 'ab', version: '7' },
    ])
  })

  test('stays on the device without network and goes out by itself when it is back', async () => {
    const { saver, sent, states, device } = desk([unreached, unreached])
    saver.change({ body: 'a' })
    await vi.advanceTimersByTimeAsync(SERVER_MS)
    expect(states.at(-1)).toBe('offline')
    expect(device.draft?.content.body).toBe('a')
    await vi.advanceTimersByTimeAsync(RETRY_MS)
    saver.retry()
    await vi.advanceTimersByTimeAsync(0)
    expect(sent).toHaveLength(3)
    expect(states.at(-1)).toBe('saved')
  })

  test('is not sent over what somebody else has written', async () => {
    const theirs = { version: '9', content: { body: 'ihr' } }
    const { saver, sent, states, device } = desk([() => ({ kind: 'conflict', current: theirs })])
    saver.change({ body: 'mein' })
    await vi.advanceTimersByTimeAsync(SERVER_MS)
    expect(states.at(-1)).toBe('conflict')
    saver.change({ body: 'mein Text' })
    await vi.advanceTimersByTimeAsync(RETRY_MS * 2)
    expect(sent).toHaveLength(1)
    expect(device.draft?.content.body).toBe('mein Text')
    expect(await saver.flush()).toBe(false)
    saver.rebase(theirs, { body: 'beides' })
    await vi.advanceTimersByTimeAsync(0)
    expect(sent.at(-1)).toEqual({ body: 'beides', version: '9' })
    expect(states.at(-1)).toBe('saved')
  })

  test('goes out at once when it was joined with what somebody else has written', async () => {
    const theirs = { version: '9', content: { body: 'ihr' } }
    const { saver, sent, states, meet } = desk([() => ({ kind: 'conflict', current: theirs })])
    meet((current) => saver.rebase(current, { body: 'beides' }))
    saver.change({ body: 'mein' })
    await vi.advanceTimersByTimeAsync(SERVER_MS)
    expect(sent.at(-1)).toEqual({ body: 'beides', version: '9' })
    expect(states.at(-1)).toBe('saved')
  })

  test('is secured when the page is closed in the middle of a word', () => {
    const { saver, device } = desk()
    saver.change({ body: 'mitt' })
    saver.secure()
    expect(device.draft?.content.body).toBe('mitt')
  })

  test('is not sent again when nothing has changed', async () => {
    const { saver, sent } = desk()
    saver.change({ body: '' })
    expect(await saver.flush()).toBe(true)
    expect(sent).toEqual([])
  })

  test('keeps its version on the device until a refusal is understood', async () => {
    const { saver, states, device } = desk([() => ({ kind: 'refused' })])
    saver.change({ body: 'zu lang' })
    await vi.advanceTimersByTimeAsync(SERVER_MS)
    expect(states.at(-1)).toBe('error')
    expect(device.draft?.content.body).toBe('zu lang')
  })
})

describe('what residents would see at once', () => {
  test('stays on the device until it is sent, also when the page is left', async () => {
    const { saver, sent, device, states } = desk([], true)
    saver.change({ body: 'a' })
    await vi.advanceTimersByTimeAsync(RETRY_MS)
    expect(states.at(-1)).toBe('kept')
    expect(device.draft?.content.body).toBe('a')
    saver.stop()
    await vi.advanceTimersByTimeAsync(RETRY_MS)
    expect(sent).toEqual([])
  })

  test('goes out when somebody says so, and not by itself once the network is back', async () => {
    const { saver, sent, states } = desk([unreached], true)
    saver.change({ body: 'a' })
    expect(await saver.flush()).toBe(false)
    await vi.advanceTimersByTimeAsync(10 * RETRY_MS)
    saver.retry()
    await vi.advanceTimersByTimeAsync(0)
    expect(sent).toHaveLength(1)
    expect(states.at(-1)).toBe('offline')
    expect(await saver.flush()).toBe(true)
    expect(states.at(-1)).toBe('saved')
  })

  test('waits again after somebody else’s words were joined', async () => {
    const { saver, sent, states, device } = desk([], true)
    saver.change({ body: 'a' })
    saver.rebase({ version: '2', content: { body: 'b' } }, { body: 'a b' })
    await vi.advanceTimersByTimeAsync(RETRY_MS)
    expect([sent.length, states.at(-1), device.draft?.content.body]).toEqual([0, 'kept', 'a b'])
    expect(await saver.flush()).toBe(true)
    expect(sent).toEqual([{ body: 'a b', version: '2' }])
  })
})
