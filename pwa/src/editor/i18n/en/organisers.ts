// SPDX-License-Identifier: EUPL-1.2
/** English words of organisers. */

import type { organisers as words } from '../de/organisers'

export const organisers: typeof words = {
  sub: 'Entered once, named with all their events. Who stands here can also enter events themselves (see “People”).',
  add: 'Add organiser',
  heading: 'Entered',
  newTitle: 'New organiser',
  changeTitle: 'Change organiser',
  name: 'Name',
  phone: 'Phone',
  email: 'E-mail',
  url: 'Web address',
  help: 'Everybody sees this with the events.',
  save: 'Save',
  saved: (name) => `${name} saved.`,
  change: 'Change',
  remove: 'Delete',
  removed: (name) => `${name} deleted.`,
  nameMissing: 'Please give a name.',
  emailWrong: 'That does not look like an e-mail address.',
  taken: 'This name exists already.',
  used: 'It is still needed, by events or people.',
  moved: 'Somebody has changed this in the meantime. Please have another look.',
  failed: 'That did not work. Please try again.',
  noContact: 'no contact',
  uses: (count) => (count === 0 ? 'no event' : count === 1 ? '1 event' : `${count} events`),
  emptyTitle: 'No organiser yet',
  empty: 'Clubs, fire brigade, library: whoever invites again and again stands here.',
}
