// SPDX-License-Identifier: EUPL-1.2
/** The two shapes of the main navigation: bar at the bottom of a phone, line on top of a desktop. */

import { useContext, useEffect, useState } from 'preact/hooks'
import { Arms } from './brand'
import { FrameContext } from './frame'
import { Icon, type IconName } from './icon'
import { Row, Rows } from './list'
import { Sheet } from './sheet'

export interface Tab {
  href: string
  icon: IconName
  label: string
  /** All addresses below it belong to the tab; without it those below `href`. */
  area?: string
  /** What waits there: a dot, and for screen readers these words. */
  note?: string
}

interface Props {
  tabs: Tab[]
  path: string
  words: { navigation: string; more: string; menu: string; close: string }
}

function isOn(tab: Tab, path: string): boolean {
  const area = tab.area ?? tab.href
  return area === '/' ? path === '/' : path === area || path.startsWith(`${area}/`)
}

function current(tab: Tab, path: string): 'page' | 'true' | undefined {
  if (!isOn(tab, path)) return undefined
  return tab.href === path ? 'page' : 'true'
}

function Label({ tab, size }: { tab: Tab; size: 20 | 24 }) {
  return (
    <>
      <span class="tab-icon">
        <Icon name={tab.icon} size={size} />
        {tab.note !== undefined && <i class="tab-dot" />}
      </span>
      {tab.label}
      {tab.note !== undefined && <span class="sr-only">, {tab.note}</span>}
    </>
  )
}

export function TopNavigation({ tabs, path, words }: Props) {
  const frame = useContext(FrameContext)
  return (
    <header class="top">
      <div class="top-inside">
        <span>
          {frame.name !== '' && (
            <a class="top-home" href="/" lang="de">
              <Arms arms={frame.arms} initials={frame.initials} />
              <span>
                <span class="meta">{frame.kind}</span>
                <strong>{frame.name}</strong>
              </span>
            </a>
          )}
        </span>
        <nav aria-label={words.navigation}>
          <ul role="list">
            {tabs.map((tab) => (
              <li key={tab.href}>
                <a class="top-tab" href={tab.href} aria-current={current(tab, path)}>
                  <Label tab={tab} size={20} />
                </a>
              </li>
            ))}
            <li>
              <a class="top-tab top-more" href="/mehr" rel="nofollow" aria-current={path === '/mehr' ? 'page' : undefined}>
                <Icon name="menu" size={20} />
                {words.more}
              </a>
            </li>
          </ul>
        </nav>
      </div>
    </header>
  )
}

export function Tabs({ tabs, path, words }: Props) {
  const [open, setOpen] = useState(false)
  useEffect(() => setOpen(false), [path])
  return (
    <>
      <nav class="tabs" aria-label={words.navigation}>
        <ul class="tabs-row" role="list">
          {tabs.map((tab) => (
            <li key={tab.href}>
              <a class="tab" href={tab.href} aria-current={current(tab, path)}>
                <Label tab={tab} size={24} />
              </a>
            </li>
          ))}
        </ul>
        <button type="button" class="tabs-menu" aria-haspopup="dialog" onClick={() => setOpen(true)}>
          <Icon name="menu" />
          {words.menu}
        </button>
      </nav>
      <Sheet title={words.menu} close={words.close} open={open} onClose={() => setOpen(false)}>
        <Rows>
          {tabs.map((tab) => (
            <Row key={tab.href} icon={tab.icon} label={tab.label} hint={tab.note} href={tab.href} current={isOn(tab, path)} />
          ))}
          <Row icon="menu" label={words.more} href="/mehr" rel="nofollow" current={path === '/mehr'} />
        </Rows>
      </Sheet>
    </>
  )
}
