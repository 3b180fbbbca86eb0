// SPDX-License-Identifier: EUPL-1.2
/** What every page of the directory stands in: its heading, its one action and the tabs. */

import type { ComponentChildren } from 'preact'
import { useWords } from '../i18n'
import { ListPage } from '../ui/page'
import { Tabs } from '../ui/tabs'
import { TABS, type Tab } from './places'
import './services.scss'

interface Props {
  tab: Tab
  /** Top right, on a phone below the heading. */
  action?: ComponentChildren
  children: ComponentChildren
}

export function ServicesFrame({ tab, action, children }: Props) {
  const { t } = useWords()
  const words = t.services
  const tabs = (Object.keys(TABS) as Tab[]).map((name) => ({ href: TABS[name], label: words.tabs[name], current: name === tab }))
  return (
    <ListPage title={words.title} action={action}>
      <Tabs label={words.tabsLabel} tabs={tabs} />
      {children}
    </ListPage>
  )
}
