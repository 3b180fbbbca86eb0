// SPDX-License-Identifier: EUPL-1.2
/** What an article shows of its teaser, and what a copy still shows after its end. */

import { expect, test } from 'vitest'
import type { NewsItem } from '../api/types'
import { leadOf } from './article-page'
import { stillValid } from './news-card'

const item: NewsItem = {
  id: 'a',
  title: 'Freibad öffnet',
  teaser: 'Ab Samstag hat das Freibad auf.',
  category: null,
  image: null,
  published_at: '2026-06-09T06:30:00Z',
  updated_at: '2026-06-09T06:30:00Z',
  unpublish_at: null,
  urgent: false,
  source_name: null,
  body: '<p>Der Eintritt kostet 3 Euro.</p>',
  source_url: null,
}

test('a teaser that the text repeats is not read twice', () => {
  expect(leadOf(item)).toBe(item.teaser)
  expect(leadOf({ ...item, body: '<p>Ab <b>Samstag</b> hat das Freibad auf. Der Eintritt kostet 3 Euro.</p>' })).toBe('')
  expect(leadOf({ ...item, teaser: 'Ab Samstag hat …', body: '<p>Ab Samstag hat das Freibad auf.</p>' })).toBe('')
})

test('what has ended is gone from a copy read offline too', () => {
  expect(stillValid(item)).toBe(true)
  expect(stillValid({ ...item, unpublish_at: '2020-01-01T00:00:00Z' })).toBe(false)
})
