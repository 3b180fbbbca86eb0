// SPDX-License-Identifier: EUPL-1.2
/** All pages: those that the law asks for, then the municipality's own. */

import { staff } from '../../api/staff'
import { navigate } from '../../ui/router'
import { momentWords } from '../compose/moments'
import { useWords } from '../i18n'
import { Badge, type Tone } from '../ui/badge'
import { Button } from '../ui/button'
import { Gate } from '../ui/gate'
import type { IconName } from '../ui/icon'
import { useLoad } from '../ui/load'
import { ListPage } from '../ui/page'
import { Row, RowCard } from '../ui/rows'
import { grouped, stateOf, type PageState, type StaffPageRow } from './model'

export const HOME = '/redaktion/seiten'
const LOOKS: Record<PageState, [Tone, IconName]> = {
  visible: ['good', 'check'],
  changed: ['waiting', 'write'],
  draft: ['neutral', 'write'],
}

/** The address of a page that does not exist yet: its id is made here, so that it arrives once. */
function writeNew(): void {
  navigate(`${HOME}/${crypto.randomUUID()}?neu`)
}

export function PagesListPage() {
  const { t } = useWords()
  const words = t.pages
  const list = useLoad('pages', () => staff.GET('/api/v1/staff/pages'))
  const create = (
    <Button kind="main" icon="write" onPress={writeNew}>
      {words.write}
    </Button>
  )
  return (
    <ListPage title={words.title} action={create}>
      <Gate of={list}>
        {(rows) => {
          const { legal, own } = grouped(rows)
          return (
            <>
              {legal.length > 0 && (
                <RowCard heading={words.legal} count={legal.length}>
                  {legal.map((row) => (
                    <PageRow key={row.id} row={row} />
                  ))}
                </RowCard>
              )}
              {own.length > 0 ? (
                <RowCard heading={words.own} count={own.length}>
                  {own.map((row) => (
                    <PageRow key={row.id} row={row} />
                  ))}
                </RowCard>
              ) : (
                <section class="row-group">
                  <h2 class="group-heading">{words.own}</h2>
                  <p class="muted">{words.empty}</p>
                </section>
              )}
            </>
          )
        }}
      </Gate>
    </ListPage>
  )
}

function PageRow({ row }: { row: StaffPageRow }) {
  const { t, language } = useWords()
  const words = t.pages
  const state = stateOf(row)
  const [tone, icon] = LOOKS[state]
  const roles: Record<string, string> = words.roles
  const purpose = row.role === null ? undefined : roles[row.role]
  const when = momentWords(new Date(row.edited_at), new Date(), language)
  const who = row.edited && row.edited_by !== null ? words.by(when, row.edited_by) : words.fromFile
  return (
    <Row
      href={`${HOME}/${row.id}`}
      icon="doc"
      title={row.title || words.editor.fresh}
      line={[purpose, who].filter(Boolean).join(' · ')}
      state={
        <Badge tone={tone} icon={icon}>
          {words.state[state]}
        </Badge>
      }
      time={state === 'changed' ? words.changedHelp : undefined}
      chevron
    />
  )
}
