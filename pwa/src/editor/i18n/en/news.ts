// SPDX-License-Identifier: EUPL-1.2
/** English words of the news pages. */

import type { news as words } from '../de/news'

export const news: typeof words = {
  title: 'News',
  write: 'Write news',
  search: 'Search news',
  untitled: 'No headline',
  lacks: {
    title: 'no headline',
    text: 'no text',
    image_alt: 'picture not described',
    unpublish_at: 'end missing or over',
  },
  urgent: 'Urgent',
  urgentHelp: 'Stands at the very top of the app until it expires. Therefore it needs an end.',
  emptyTitle: 'Your first news',
  empty: 'A headline, three sentences, a picture. You see it on the phone first.',
  nothing: 'There is no news with these filters.',
  editor: {
    new: 'New news item',
    headline: 'Headline',
    teaser: 'In short',
    endHelp: 'After that it cannot be seen any more.',
    lacks: {
      title: 'The headline is missing',
      text: '“In short” or the text is missing',
      image_alt: 'What does the picture show?',
      unpublish_at: 'The end lies before the beginning or is over',
      urgent_end: 'What is urgent needs an end: “Expires”',
      publish_at: 'Day and time of appearing',
      past: 'The moment of appearing is over',
    },
    fixes: {
      title: 'Please give a headline.',
      text: 'Please write something.',
      image_alt: 'Still missing. It cannot appear without it.',
      unpublish_at: 'Please choose a later day.',
      urgent_end: 'Please say until when this is urgent.',
      past: 'Please choose a later moment, or “Now”.',
    },
    article: 'Article',
    gone: 'There is no such news item',
    toList: 'To the news',
  },
  source: {
    sub: 'The app takes over news from here by itself.',
    items: (count) => (count === 1 ? '1 item' : `${count} items`),
    empty: 'You write your news yourself. Sources are set up by whoever runs the app.',
  },
}
