// SPDX-License-Identifier: EUPL-1.2
/** The feeds that news come from. */

import { staff } from '../../api/staff'
import { useWords } from '../i18n'
import { SourcesPage } from '../publishing/sources-page'
import { LIST } from './model'

export function NewsSourcesPage() {
  const { t } = useWords()
  return (
    <SourcesPage
      back={{ href: LIST, label: t.news.title }}
      words={t.news.source}
      load={() => staff.GET('/api/v1/staff/news/sources')}
      run={(source_id) => staff.POST('/api/v1/staff/news/sources/{source_id}/run', { params: { path: { source_id } } })}
    />
  )
}
