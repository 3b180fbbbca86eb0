// SPDX-License-Identifier: EUPL-1.2
/** Where a municipality has its own reporter already: whose it is, and the way there. */

import type { Bootstrap } from '../api/types'
import { hostOf } from '../ui/host'
import { Icon } from '../ui/icon'
import { Page } from '../ui/frame'
import { Danger } from './danger'
import './defects.scss'
import { useWords } from './words'

export function Elsewhere({ boot }: { boot: Bootstrap }) {
  const words = useWords().elsewhere
  const { tenant, defects } = boot
  const url = defects?.url ?? null
  if (url === null) return null
  const host = hostOf(url)
  const name = defects?.name ?? host
  return (
    <Page title={words.title}>
      <p class="lead">{words.lead(tenant.name, name)}</p>
      <p class="buttons">
        <a class="kern-btn kern-btn--primary kern-btn--block two-line" href={url} rel="noopener">
          <span class="kern-label">
            {words.button}
            <span class="meta">{words.at(host)}</span>
          </span>
          <Icon name="ext" size={20} />
        </a>
      </p>
      <p class="meta">{words.leaving}</p>
      <Danger words={words} />
    </Page>
  )
}
