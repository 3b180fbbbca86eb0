// SPDX-License-Identifier: EUPL-1.2
/** The entry of the editorial area. */

import { render } from 'preact'
import { switchLanguage } from '../i18n'
import { startRouter } from '../ui/router'
import { stored } from '../ui/settings'
import { App } from './app'
import { loadWords } from './i18n'
import { linkPageOf, owns } from './routes'
import { takeSecret, watchSecret } from './signing-in/secret'
import { startRoom } from './ui/room'
import '@fontsource/fira-sans/latin-400.css'
import '@fontsource/fira-sans/latin-600.css'
import '@fontsource/fira-sans/latin-ext-400.css'
import '@fontsource/fira-sans/latin-ext-600.css'
import './ui/styles/index.scss'

async function start(into: HTMLElement): Promise<void> {
  const isLink = () => linkPageOf(location.pathname) !== undefined
  if (isLink()) takeSecret()
  watchSecret(isLink)
  startRoom()
  startRouter(owns)
  const language = stored('sv-language')
  await Promise.all([switchLanguage(language), loadWords(language)]).catch(() => undefined)
  render(<App />, into)
}

const root = document.getElementById('app')
if (root !== null) void start(root)
