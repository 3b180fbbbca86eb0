// SPDX-License-Identifier: EUPL-1.2
/** The parts of an area, each with an address of its own. */

interface Props {
  label: string
  tabs: { href: string; label: string; current: boolean }[]
}

export function Tabs({ label, tabs }: Props) {
  return (
    <nav class="tabs" aria-label={label}>
      {tabs.map((tab) => (
        <a key={tab.href} href={tab.href} aria-current={tab.current ? 'page' : undefined}>
          {tab.label}
        </a>
      ))}
    </nav>
  )
}
