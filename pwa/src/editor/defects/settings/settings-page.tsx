// SPDX-License-Identifier: EUPL-1.2
/** Settings of the reporter: what can be reported, prepared answers, and when the town hall works. */

import { usePlace } from '../../../ui/router'
import { useWords } from '../../i18n'
import { ListPage } from '../../ui/page'
import { Tabs } from '../../ui/tabs'
import '../answer.scss'
import { CategoriesTab } from './categories-tab'
import { TemplatesTab, TimeTab } from './general-tabs'
import './settings.scss'

export const SETTINGS = '/redaktion/einstellungen'
const TABS = ['categories', 'templates', 'time'] as const
/** As they stand in the address. */
const WORDS: Record<(typeof TABS)[number], string> = { categories: 'kategorien', templates: 'vorlagen', time: 'arbeitstage' }

export function DefectSettingsPage() {
  const { t } = useWords()
  const words = t.defectSettings
  const { query } = usePlace()
  const tab = TABS.find((name) => WORDS[name] === query.get('bereich')) ?? 'categories'
  return (
    <ListPage title={words.title}>
      <Tabs label={words.tabsLabel} tabs={TABS.map((name) => ({ href: `${SETTINGS}?bereich=${WORDS[name]}`, label: words.tabs[name], current: name === tab }))} />
      {tab === 'categories' && <CategoriesTab chosen={query.get('kategorie') ?? undefined} />}
      {tab === 'templates' && <TemplatesTab />}
      {tab === 'time' && <TimeTab />}
    </ListPage>
  )
}
