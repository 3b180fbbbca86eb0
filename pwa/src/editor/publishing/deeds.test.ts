// SPDX-License-Identifier: EUPL-1.2
/** Which deeds can be undone at once. */

import { beforeEach, expect, test, vi } from 'vitest'
import { de as t } from '../i18n/de'
import { say } from '../ui/toasts'
import { withdraw } from './deeds'

vi.mock('../ui/toasts')

const act = vi.fn()
const item = { id: 'x', version: 3, unpublished_changes: false }

beforeEach(() => {
  vi.resetAllMocks()
  act.mockResolvedValue({ ok: true, data: { ...item, version: 4, may: ['publish'] } } as never)
})

function wayBack(): (() => void) | undefined {
  return vi.mocked(say).mock.lastCall?.[1]?.undo
}

test('what was withdrawn can be published again as it was', async () => {
  await withdraw({ act }, item, t, () => undefined)
  wayBack()?.()
  await vi.waitFor(() => expect(act.mock.calls.map(([verb]) => verb)).toEqual(['withdraw', 'restore', 'publish']))
})

test('nobody publishes waiting changes by taking a withdrawal back', async () => {
  await withdraw({ act }, { ...item, unpublished_changes: true }, t, () => undefined)
  expect(say).toHaveBeenCalledWith(t.publishing.withdrawn, {})
  expect(wayBack()).toBeUndefined()
})
