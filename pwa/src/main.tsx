// SPDX-License-Identifier: EUPL-1.2
/** The entry of the resident's app. */

import { render } from 'preact'
import { App } from './app'
import { switchLanguage } from './i18n'
import { startOffline } from './offline/start'
import { owns } from './routes'
import { navigate, startRouter } from './ui/router'
import { stored } from './ui/settings'
import './ui/styles/index.scss'

const root = document.getElementById('app')

async function start(into: HTMLElement): Promise<void> {
  startOffline(navigate)
  startRouter(owns)
  // Without the other language's words (first start after a lost cache, no network) German is better than nothing.
  await switchLanguage(stored('sv-language')).catch(() => undefined)
  render(<App />, into)
}

if (root !== null) void start(root)
