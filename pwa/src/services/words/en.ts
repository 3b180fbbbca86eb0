// SPDX-License-Identifier: EUPL-1.2
/** The words of the directory's lists and of its search in English. */

import type { Words } from './de'

export const en: Words = {
  title: 'Services',
  search: 'Search services',
  placeholder: 'Umzug, Hund, Geburt …',
  often: 'Often searched for',
  about: 'What is it about?',
  all: 'All services from A to\u00a0Z',
  allTitle: 'Services from A to\u00a0Z',
  letters: 'Letters',
  offices: 'Offices and opening hours',
  kept: 'Saved services',
  services: (count) => (count === 1 ? 'One service' : `${count} services`),
  online: 'Available online',
  alsoCalled: (name) => `Also: ${name}`,
  found: (count, query) => (count === 1 ? `One result for “${query}”` : `${count} results for “${query}”`),
  similar: (query) => `Nothing is called exactly “${query}”. Did you mean one of these?`,
  foundServices: 'Services',
  foundOffices: 'Offices',
  further: 'Show more results',
  everywhere: 'Search news, events and pages, too',
  offline: 'Without a network only services and offices are found.',
  noneTitle: 'No results',
  none: (query) => `There is no service for “${query}”. Try another word, or look from A to Z. The names are in German.`,
  call: 'Call the administration',
  notFound: 'Nothing found?',
  emptyTitle: 'No services yet',
  empty: 'As soon as the municipality has entered some, they appear here.',
  noSituation: 'There is no service here at the moment.',
}
