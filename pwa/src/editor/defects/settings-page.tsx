// SPDX-License-Identifier: EUPL-1.2
/** Settings of the reporter. */
import { ListPage } from '../ui/page'
import { useWords } from '../i18n'
export function DefectSettingsPage() {
  const { t } = useWords()
  return <ListPage title={t.defectSettings.title}>{null}</ListPage>
}
