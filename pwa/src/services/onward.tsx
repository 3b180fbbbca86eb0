// SPDX-License-Identifier: EUPL-1.2
/** The way out of the app: where it leads, to whom that belongs, and what one needs there. */

import { useId, useState } from 'preact/hooks'
import type { ServiceDetail } from '../api/types'
import { hostOf } from '../ui/host'
import { Icon } from '../ui/icon'
import { useWords } from './detail-words'
import type { Home } from './home'

type Link = NonNullable<ServiceDetail['online']>

export function Onward({ link, home, lang }: { link: Link; home: Home; lang: string }) {
  const words = useWords().onward
  const hint = useId()
  const [refused, setRefused] = useState(false)
  const applying = link.level === 'own' || link.level === 'online'
  const name = placeOf(link, home.portal)
  // What the phone says, not whether our own server answers: the portal may be there without it.
  const stop = (click: MouseEvent): void => {
    setRefused(!navigator.onLine)
    if (!navigator.onLine) click.preventDefault()
  }
  return (
    <div class="onward">
      <a class={`kern-btn kern-btn--${applying ? 'primary' : 'secondary'} kern-btn--block two-line`} href={link.url} target="_blank" rel="noopener" aria-describedby={hint} onClick={stop}>
        <span class="kern-label">
          {words[link.level]}
          <span class="meta">{words.in(name)}</span>
        </span>
        <Icon name="ext" />
      </a>
      <p class="meta" id={hint}>
        {words.leaving} {link.owner !== null && words.owner(link.owner)} {!applying && link.level !== 'search' && words.maybe} {applying && <Needs link={link} name={name} lang={lang} />}
      </p>
      <div role="alert">{refused && <p class="failure">{words.offline}</p>}</div>
    </div>
  )
}

/** By which name one finds it again: that of a portal, else the address. */
function placeOf({ level, url, portal }: Link, ours: Home['portal']): string {
  if (level !== 'own' && level !== 'online') return portal
  const host = hostOf(url)
  return ours !== null && hostOf(ours.url) === host ? ours.name : host
}

function Needs({ link, name, lang }: { link: Link; name: string; lang: string }) {
  const words = useWords().onward
  const trust = link.trust_level ?? ''
  return (
    <>
      {link.title && link.title !== name && <span lang={lang}>{words.opens(link.title)}</span>} {/^hoch/i.test(trust) && words.identity} {/^substan/i.test(trust) && words.account}{' '}
      {link.payment && <span lang={lang}>{words.payment(link.payment)}</span>}
    </>
  )
}
