// SPDX-License-Identifier: EUPL-1.2
/**
 * What every page stands in: bar on top, heading, offline line. The words and the municipality come by context,
 * so that this file knows neither the language nor the API.
 */

import { createContext, type ComponentChildren } from 'preact'
import { useContext, useEffect } from 'preact/hooks'
import { useHeading } from './arrival'
import { Arms, Name } from './brand'
import { Icon } from './icon'
import { goUp } from './router'

export interface Frame {
  name: string
  kind: string
  arms: string | null
  initials: string
  online: boolean
  words: {
    more: string
    offline: string
    asOf(moment: number): string
  }
}

export const FrameContext = createContext<Frame>({
  name: '',
  kind: '',
  arms: null,
  initials: '',
  online: true,
  words: { more: '', offline: '', asOf: () => '' },
})

/** Says that the network is gone and how old is what one sees; a status, not an alarm, and gone by itself. */
export function OfflineLine({ storedAt }: { storedAt: number | undefined }) {
  const { online, words } = useContext(FrameContext)
  return (
    <div role="status">
      {!online && (
        <p class="offline-line">
          <Icon name="offline" size={20} />
          <span>
            <strong>{words.offline}</strong> {storedAt !== undefined && words.asOf(storedAt)}
          </span>
        </p>
      )}
    </div>
  )
}

/** Titles the browser's tab: page, then municipality. */
export function useTitle(title: string): void {
  const { name } = useContext(FrameContext)
  useEffect(() => {
    // Until the municipality is known, the title from the server says more.
    if (name !== '') document.title = [title, name].filter(Boolean).join(' · ')
  }, [title, name])
}

export function BackLink({ href, label }: { href: string; label: string }) {
  return (
    <a
      class="word-button back"
      href={href}
      onClick={(event) => {
        if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return
        event.preventDefault()
        goUp(href)
      }}
    >
      <Icon name="back" size={20} />
      {label}
    </a>
  )
}

interface Props {
  /** Names the page in the browser's title. */
  title: string
  /** Shown as the page's h1 unless the page brings its own. */
  heading?: boolean
  /** A page below another one: the bar names the parent. Without it the bar shows the municipality. */
  back?: { href: string; label: string }
  action?: ComponentChildren
  storedAt?: number
  wide?: boolean
  children: ComponentChildren
}

export function Page({ title, heading = true, back, action, storedAt, wide = false, children }: Props) {
  const frame = useContext(FrameContext)
  useTitle(title)
  useHeading()
  return (
    <>
      {!back && (
        <header class="bar bar-tab">
          {/* Without a name the link would be one without words. */}
          <span>
            {frame.name !== '' && (
              <a class="bar-home" href="/">
                <Arms arms={frame.arms} initials={frame.initials} />
                <span lang="de">
                  <Name of={frame.name} />
                </span>
              </a>
            )}
          </span>
          <a class="word-button" href="/mehr" rel="nofollow">
            <Icon name="menu" />
            {frame.words.more}
          </a>
        </header>
      )}
      <main id="inhalt" tabIndex={-1} class={wide ? 'wide' : undefined}>
        {back && (
          <div class="bar bar-detail">
            <BackLink {...back} />
            {action}
          </div>
        )}
        <OfflineLine storedAt={storedAt} />
        <div class="content">
          {heading && <h1 tabIndex={-1}>{title}</h1>}
          {children}
        </div>
      </main>
    </>
  )
}
