// SPDX-License-Identifier: EUPL-1.2
/** The words of pages that are opened once in a while in English. */

import type { Words } from './de'

export const en: Words = {
  install: {
    title: 'Set up as an app',
    lead: 'Costs nothing, needs no app store and starts without a connection.',
    platform: 'Device',
    platforms: { ios: 'iPhone', android: 'Android' },
    done: 'The app is set up on this device.',
    now: 'Set up now',
    ios: [
      { title: 'Open in Safari', text: 'Other browsers on the iPhone can do it too; their button is at the top.' },
      { title: 'Tap “Share” at the bottom', icon: 'share' },
      { title: 'Choose “Add to Home Screen”', text: 'Then “Add”. Done.' },
    ],
    android: [
      { title: 'Open in Chrome', text: 'It works the same in Firefox, Edge and Samsung Internet.' },
      { title: 'Tap the three dots at the top', text: 'They are to the right of the address.' },
      { title: 'Choose “Install app”', text: 'Sometimes it is called “Add to Home screen”. Done.' },
    ],
    desktop: 'On a computer: Chrome and Edge show an install button at the right of the address bar.',
    picture: (name) => `Home screen of a phone with the icon of the app ${name}`,
  },
  municipalities: {
    title: 'Change municipality',
    lead: 'Every municipality has its own app with its own address.',
    searchLabel: 'Find a municipality',
    here: 'You are here',
    none: 'No municipality with this name.',
    count: (count) => (count === 1 ? 'One municipality' : `${count} municipalities`),
  },
}
