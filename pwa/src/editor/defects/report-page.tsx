// SPDX-License-Identifier: EUPL-1.2
/** One report: left what came in and what of it everybody will see, right the answer. On a phone one after the other. */

import { useContext, useLayoutEffect } from 'preact/hooks'
import { staff } from '../../api/staff'
import { useWords } from '../i18n'
import type { PageProps } from '../routes'
import { useSession } from '../session'
import { Button } from '../ui/button'
import { Gate } from '../ui/gate'
import { useLoad } from '../ui/load'
import { LayoutContext } from '../ui/page'
import './defects.scss'
import './report.scss'
import './answer.scss'
import './cards.scss'
import './photo.scss'
import './floats.scss'
import { LIST, type Report } from './model'
import { ReportDesk } from './report-desk'

export function ReportPage({ id }: PageProps) {
  const { t } = useWords()
  const { person } = useSession()
  const { narrow } = useContext(LayoutContext)
  const loaded = useLoad<Report>(`defect ${id}`, () => staff.GET('/api/v1/staff/defects/{report_id}', { params: { path: { report_id: id } } }))
  useLayoutEffect(() => {
    narrow(true)
    return () => narrow(false)
  }, [narrow])
  if (loaded.data !== undefined && loaded.problem?.status !== 404) return <ReportDesk key={id} loaded={loaded.data} person={person.id} put={loaded.put} />
  return (
    <div class="editor-page">
      <section class="editor-bar" aria-label={t.report.back}>
        <Button kind="plain" icon="back" href={LIST}>
          {t.report.back}
        </Button>
      </section>
      <main id="inhalt" tabIndex={-1} class="editor-main">
        <Gate of={loaded} alone>
          {() => null}
        </Gate>
      </main>
    </div>
  )
}
