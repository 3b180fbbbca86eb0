// SPDX-License-Identifier: EUPL-1.2
/** The calendars that events come from. */

import { staff } from '../../api/staff'
import { useWords } from '../i18n'
import { SourcesPage } from '../publishing/sources-page'
import { LIST } from './model'

export function EventSourcesPage() {
  const { t } = useWords()
  return (
    <SourcesPage
      back={{ href: LIST, label: t.events.title }}
      words={t.events.source}
      load={() => staff.GET('/api/v1/staff/events/sources')}
      run={(source_id) => staff.POST('/api/v1/staff/events/sources/{source_id}/run', { params: { path: { source_id } } })}
    />
  )
}
