// SPDX-License-Identifier: EUPL-1.2
/** Why this device cannot ring, and what one can do about it. */

import { useInstall } from '../offline/install'
import type { Hindrance } from './follow'
import { whereToAllow } from './standing'
import { useWords } from './words'

export function HindranceNote({ of }: { of: Hindrance }) {
  const words = useWords()
  const { installed, platform } = useInstall()
  if (of === 'install')
    return (
      <>
        <p>{words.install.text}</p>
        <p class="sheet-buttons">
          <a class="kern-btn kern-btn--primary kern-btn--block" href="/mehr/installieren">
            <span class="kern-label">{words.install.link}</span>
          </a>
        </p>
      </>
    )
  if (of === 'unsupported') return <p>{words.unsupported.text}</p>
  return (
    <>
      <p>{words.denied.text}</p>
      <p class="note">{words.denied.how[whereToAllow(navigator.userAgent, platform, installed)]}</p>
    </>
  )
}
