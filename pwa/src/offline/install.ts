// SPDX-License-Identifier: EUPL-1.2
/** Whether and how the app gets onto the home screen. */

export interface Install {
  installed: boolean
  canPrompt: boolean
  prompt(): Promise<void>
  platform: 'ios' | 'android' | 'desktop'
}

/** What the install page needs; `prompt` opens the browser's own dialog where `canPrompt`. */
export function useInstall(): Install {
  return { installed: false, canPrompt: false, prompt: () => Promise.resolve(), platform: 'desktop' }
}
