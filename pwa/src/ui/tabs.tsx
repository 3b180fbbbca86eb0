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
}

interface Props {
  tabs: Tab[]
  path: string
  words: { navigation: string; more: string; menu: string; close: string }
}

function isOn(tab: Tab, path: string): boolean {
  return tab.href === '/' ? path === '/' : path === tab.href || path.startsWith(`${tab.href}/`)
}

function current(tab: Tab, path: string): 'page' | 'true' | undefined {
  if (!isOn(tab, path)) return undefined
  return tab.href === path ? 'page' : 'true'
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
                  <Icon name={tab.icon} size={20} />
                  {tab.label}
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
                <Icon name={tab.icon} />
                {tab.label}
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
            <Row key={tab.href} icon={tab.icon} label={tab.label} href={tab.href} current={isOn(tab, path)} />
          ))}
          <Row icon="menu" label={words.more} href="/mehr" rel="nofollow" current={path === '/mehr'} />
        </Rows>
      </Sheet>
    </>
  )
}
