// SPDX-License-Identifier: EUPL-1.2
/** Words of Today. */

import type { Words } from '../index'

export const today: Words['today'] = {
  morning: 'Good morning',
  day: 'Good day',
  evening: 'Good evening',
  things: (count) => (count === 1 ? 'one thing needs you today' : `${count} things need you today`),
  nothing: 'nothing needs you today',
  needed: 'Needs you today',
  done: 'All done for today.',
  doneText: 'What somebody hands in for release will stand here.',
  write: 'Write an item',
  event: 'Event',
  release: (title) => `To release: ${title}`,
  check: 'Check',
  dueToAppear: (when) => `is to appear ${when}`,
  suggestions: (count) => (count === 1 ? 'One suggested event' : `${count} suggested events`),
  suggestionsText: 'from the app · appears only if you take it over',
  sourceBroken: (name) => `Import “${name}” does not answer`,
  sourceSince: (when) => `since ${when} · what is there stays visible`,
  sourceNever: 'has never answered',
  look: 'Look',
  factor: 'Second factor is missing',
  factorDue: (when) => `until ${when}, then your account is closed`,
  factorSetUp: 'Set up',
  goOn: 'Go on writing',
  untitled: 'No headline yet',
  returned: 'handed back',
  next: 'Appears next',
  nextNone: 'Nothing is planned.',
  waits: 'waits for release',
  lately: 'Appeared lately',
}
