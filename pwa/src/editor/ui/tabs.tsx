// SPDX-License-Identifier: EUPL-1.2
/** The parts of an area, each with an address of its own; the one that is open stands in view. */

import { useEffect, useRef } from 'preact/hooks'

/** So much of the next one shows, to say that there is more. */
const EDGE = 32

interface Props {
  label: string
  tabs: { href: string; label: string; current: boolean }[]
}

export function Tabs({ label, tabs }: Props) {
  const line = useRef<HTMLElement>(null)
  const open = tabs.find(({ current }) => current)?.href
  useEffect(() => {
    const [here, tab] = [line.current, line.current?.querySelector<HTMLElement>('[aria-current]')]
    // Not scrollIntoView: that would move the page along.
    if (here && tab) here.scrollLeft = Math.max(0, tab.offsetLeft + tab.offsetWidth + EDGE - here.clientWidth)
  }, [open])
  return (
    <nav class="tabs" aria-label={label} ref={line}>
      {tabs.map((tab) => (
        <a key={tab.href} href={tab.href} aria-current={tab.current ? 'page' : undefined}>
          {tab.label}
        </a>
      ))}
    </nav>
  )
}
