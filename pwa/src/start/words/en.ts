// SPDX-License-Identifier: EUPL-1.2
/** The words of the search over everything in English. */

import type { Words } from './de'

export const en: Words = {
  title: 'Search',
  hint: 'Please type at least two letters.',
  count: (count, query) => (count === 1 ? `One result for “${query}”` : `${count} results for “${query}”`),
  groups: { service: 'Services', office: 'Offices', news: 'News', event: 'Events', defect: 'Reports', page: 'Pages' },
  noneTitle: 'No results',
  none: (query) => `There is nothing for “${query}”. Check the spelling or try another word.`,
  notFound: 'Not found?',
  call: 'Call the town hall',
}
