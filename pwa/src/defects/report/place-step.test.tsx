// SPDX-License-Identifier: EUPL-1.2
// @vitest-environment happy-dom
import { render } from 'preact'
import { act } from 'preact/test-utils'
import { beforeEach, expect, test, vi } from 'vitest'
import type { Bootstrap, DefectArea, DefectPoint } from '../../api/types'
import type { Cached } from '../../offline/cached'
import type { Spot } from '../../ui/geo'
import { emptyDraft, type Draft, type Photo } from './draft'
import { PlaceStep } from './place-step'

/** What the map tells the page when a finger has moved it. */
let moved: ((to: Spot) => void) | undefined
vi.mock('../../ui/map/pick-map', () => ({
  pickPlace: (_box: unknown, options: { moved: typeof moved }) => {
    moved = options.moved
    return { zoom: () => 18, go: vi.fn(), accuracy: vi.fn(), marks: vi.fn(), area: vi.fn(), remove: vi.fn() }
  },
}))

const SHOT = { lat: 52.1403, lon: 12.5951 }
const photo: Photo = { id: 'a', data: new ArrayBuffer(2), width: 4, height: 3, spot: SHOT }
const boot = { tenant: { name: 'Bad Belzig', language: 'de', latitude: 52.14, longitude: 12.59, bbox: null }, map: null, push: null } as unknown as Bootstrap

/** What opening the step changes in the draft. */
async function opened(before: Partial<Draft>, proposed = false): Promise<{ changes: Partial<Draft>[]; map: boolean }> {
  const changes: Partial<Draft>[] = []
  const set = (change: unknown): void => void changes.push(change as Partial<Draft>)
  const drafting = { draft: { ...emptyDraft(), photos: [photo], ...before }, set, drop: () => Promise.resolve(), reread: () => Promise.resolve() }
  const nothing = { data: undefined, state: 'loading', storedAt: undefined, reload: () => undefined }
  await act(() =>
    render(
      <PlaceStep boot={boot} drafting={drafting} category={undefined} area={nothing as Cached<DefectArea>} points={nothing as Cached<DefectPoint[]>} proposed={proposed} />,
      document.body,
    ),
  )
  return { changes, map: document.querySelector('[role=application]') !== null }
}

beforeEach(() => {
  render(null, document.body)
  moved = undefined
})

test('the place of a photo stands under the pin, and is not taken before somebody says so', async () => {
  expect((await opened({})).changes).toEqual([{ spot: SHOT, placed: false }])
})

test('a place that was chosen stays, unless the place of the photo was asked for', async () => {
  const chosen = { spot: { lat: 52.1, lon: 12.5 }, placed: true }
  expect((await opened(chosen)).changes).toEqual([])
  render(null, document.body)
  expect((await opened(chosen, true)).changes).toEqual([{ spot: SHOT, placed: false }])
  render(null, document.body)
  expect((await opened({ spot: { ...SHOT }, placed: true }, true)).changes).toEqual([])
})

test('whoever has described the place and asks for the one of the photo sees the map', async () => {
  const described = { described: true, placed: true, address: 'Am Teich' }
  expect((await opened(described)).map).toBe(false)
  render(null, document.body)
  expect(await opened(described, true)).toEqual({ map: true, changes: [{ spot: SHOT, placed: false }] })
})

test('a place that was moved has to be taken again; a map that is gone moves nothing', async () => {
  const { changes } = await opened({ spot: { lat: 52.1, lon: 12.5 }, placed: true })
  await vi.waitFor(() => expect(moved).toBeDefined())
  moved?.({ lat: 52.2, lon: 12.6 })
  expect(changes).toEqual([{ spot: { lat: 52.2, lon: 12.6 }, placed: false }])
  await act(() => render(null, document.body))
  moved?.({ lat: 52.3, lon: 12.7 })
  expect(changes).toHaveLength(1)
})
