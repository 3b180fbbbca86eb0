// SPDX-License-Identifier: EUPL-1.2
import { expect, test } from 'vitest'
import { platformOf } from './install'

test.each([
  ['ios', 'Mozilla/5.0 (iPhone; CPU iPhone OS 18_1 like Mac OS X)', 5],
  ['ios', 'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) Version/18.1 Safari/605.1.15', 5],
  ['desktop', 'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) Version/18.1 Safari/605.1.15', 0],
  ['android', 'Mozilla/5.0 (Linux; Android 10; K) Chrome/140.0.0.0 Mobile', 5],
  ['desktop', 'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Firefox/140.0', 0],
])('%s is what %s with %i touch points is', (platform, agent, points) => {
  expect(platformOf(agent, points)).toBe(platform)
})
