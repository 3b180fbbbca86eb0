// SPDX-License-Identifier: EUPL-1.2
/** Titles of news that a list has shown, so that an article has its heading before its text arrives. */

import type { NewsListItem } from '../api/types'

const items = new Map<string, NewsListItem>()

export function keepSeen(list: NewsListItem[]): void {
  for (const item of list) items.set(item.id, item)
}

export function seen(id: string): NewsListItem | undefined {
  return items.get(id)
}
