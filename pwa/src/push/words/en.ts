// SPDX-License-Identifier: EUPL-1.2
/** The words of this page in English. */

import type { Words } from './de'

export const en: Words = {
  title: 'Notifications',
  lead: 'You choose what comes to this device. No account, and you can stop at any time.',
  on: 'Switched on for this device.',
  off: 'Switched off for this device.',
  lost: 'The subscription was no longer valid. Please switch notifications on once more.',
  offline: 'You see what is stored on this device. Changing it needs a connection.',
  arrived: 'Most recent',
  topics: 'Topics',
  urgent: 'Urgent matters',
  urgentHint: 'Recommended. Only what cannot wait.',
  quiet: 'Quiet hours',
  quietSwitch: 'Do not disturb at this time',
  quietHint: 'What comes then appears when the quiet hours end.',
  from: 'From',
  to: 'To',
  passes: 'Urgent matters may ring anyway',
  enable: 'Notify me',
  enabling: 'Switching on …',
  asks: 'Your browser will then ask whether it may show notifications.',
  enabled: 'Notifications switched on',
  saved: { on: (what) => `${what}: on`, off: (what) => `${what}: off`, quiet: (from, to) => `Quiet hours from ${from} to ${to}` },
  stop: 'Unsubscribe',
  stopping: 'Unsubscribing …',
  stopHint: 'After that the server stores nothing about this device any more.',
  stopped: 'Notifications stopped',
  privacy: 'The address of this browser, your topics and quiet hours are stored. Nobody learns who you are.',
  trouble: {
    noTopic: 'Choose a topic first.',
    lastTopic: 'One topic has to stay. If nothing should come any more, choose “Unsubscribe” below.',
    sameTimes: 'Beginning and end must differ.',
    undecided: 'The browser has no permission yet. Try once more and then choose “Allow”.',
    offlineEnable: 'This needs a connection. Your choice stays as it is.',
    offlineChange: 'This needs a connection. What was set before still counts.',
    offlineStop: 'This needs a connection. Until then notifications keep coming.',
    failed: 'That did not work. Please try again.',
  },
  denied: {
    title: 'Notifications are blocked',
    text: 'Your browser may not show any for this app. This is how to allow them again:',
    how: {
      ios: 'Open the settings of the device, then “Notifications”, then this app, and switch on “Allow Notifications”.',
      app: 'Hold the icon of the app, choose “App info”, then “Notifications”, and switch them on.',
      firefox: 'Tap the lock to the left of the address and remove the block for “Notifications”.',
      safari: 'In Safari open “Settings”, then “Websites”, then “Notifications”, and choose “Allow” for this address.',
      chrome: 'Tap the symbol to the left of the address, then “Permissions”, and allow “Notifications”.',
    },
  },
  unsupported: {
    title: 'This browser shows no notifications',
    text: 'It works with a recent Chrome, Edge, Firefox or Safari, not in a private window. You can read all news in the app anyway.',
  },
  install: {
    title: 'Set up the app first',
    text: 'On iPhone and iPad notifications only work once the app is on the home screen.',
    link: 'How to do it',
  },
  none: {
    title: 'No notifications here yet',
    text: 'The municipality has not set them up yet.',
  },
}
