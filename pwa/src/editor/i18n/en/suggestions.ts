// SPDX-License-Identifier: EUPL-1.2
/** English words of what residents suggest. */

import type { suggestions as words } from '../de/suggestions'

export const suggestions: typeof words = {
  title: 'Suggestions',
  sub: 'What residents suggest. Nothing of it appears by itself.',
  open: 'Open',
  decided: 'Decided',
  when: 'When',
  where: 'Where',
  who: 'Organiser',
  what: 'Description',
  link: 'Link',
  contact: 'Questions to',
  contactGone: 'The contact has been deleted.',
  contactKept: 'Deleted 30 days after the decision.',
  received: (when) => `received ${when}`,
  accept: 'Take over as a draft',
  accepted: 'Taken over. Please check and publish it.',
  refuse: 'Decline …',
  refuseTitle: (title) => `Decline “${title}”`,
  refuseNote: 'Why?',
  refuseHelp: 'Whoever suggested the event reads this.',
  refuseSend: 'Decline',
  refuseMissing: 'Please write a word about it.',
  refused: 'Declined.',
  moved: 'Somebody else has decided about it in the meantime.',
  failed: 'That did not work. Please try again.',
  state: { received: 'Open', accepted: 'Taken over', declined: 'Declined', published: 'Published' },
  by: (who, when) => `${who}, ${when}`,
  emptyTitle: 'No suggestions',
  empty: 'Below “Events” in the app everybody can suggest something.',
}
