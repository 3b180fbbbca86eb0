// SPDX-License-Identifier: EUPL-1.2
/** English words of pages. */

import type { pages as german } from '../de/pages'

export const pages: typeof german = {
  title: 'Pages',
  write: 'New page',
  legal: 'Required by law',
  own: 'Own pages',
  roles: {
    imprint: 'Who is responsible',
    privacy: 'What happens to data',
    accessibility: 'Statement and feedback',
    'easy-language': 'In simple words',
  },
  fromFile: 'As set up for the municipality',
  by: (when, who) => `${who}, ${when}`,
  empty: 'No page of your own yet. For example: weekly market, directions, clubs.',
  state: { visible: 'Visible', changed: 'Changed', draft: 'Draft' },
  changedHelp: 'Changes not published yet',
  editor: {
    fresh: 'New page',
    heading: 'Heading',
    text: 'Text',
    textHelp: 'text from Word or e-mail is cleaned',
    publish: 'Publish',
    update: 'Update',
    outcome: { fresh: 'Then stands under “More”', changed: 'Replaces the visible version', same: 'Everything is published' },
    nothing: 'There is nothing new to publish.',
    published: 'The page is visible.',
    updated: 'The page is updated.',
    discard: 'Discard changes',
    discarded: 'Changes discarded',
    delete: 'Delete the page',
    deleted: (title) => `“${title}” deleted`,
    open: 'Look at it in the app',
    lacks: { title: 'The heading is missing', text: 'The text is empty' },
    lacksNote: 'The draft is saved all the same.',
    failed: 'That did not work. Your text is saved. Please try again.',
    offline: 'No connection. Your text is safe on this device, publishing has to wait.',
    imprintNote: 'This page is required by law. It can be changed but not deleted.',
    fileNote: 'The details come from the set-up of the municipality. Once you publish here, your version counts.',
    gone: 'This page does not exist any longer.',
    toList: 'To the pages',
    restored: 'Earlier version taken over',
    fields: { title: 'Heading', body: 'Text' },
  },
}
