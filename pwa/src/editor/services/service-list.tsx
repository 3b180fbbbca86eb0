// SPDX-License-Identifier: EUPL-1.2
/** Services as a table, on a phone as rows; both say the same. */

import { dayAt } from '../../i18n/dates'
import { showDay } from '../compose/moments'
import { wallOf } from '../compose/when'
import { useWords } from '../i18n'
import { Badge } from '../ui/badge'
import { Icon, type IconName } from '../ui/icon'
import { MoreMenu, type MenuItem } from '../ui/menu'
import { useRoom } from '../ui/room'
import { Row } from '../ui/rows'
import type { ServiceRow } from './model'
import { SERVICES } from './places'
import { linkWords, originWords, type LinkWords } from './wording'

const ICONS: Record<LinkWords['state'], IconName | undefined> = { ok: 'done', broken: 'unlink', unknown: 'clock', none: undefined }

export function LinkState({ of: { state, text, line } }: { of: LinkWords }) {
  const icon = ICONS[state]
  return (
    <span class={`link-state is-${state}`}>
      {icon && <Icon name={icon} size={18} />}
      <span>
        <span class="link-text">{text}</span>
        {line && <span class="muted"> {line}</span>}
      </span>
    </span>
  )
}

interface Props {
  rows: ServiceRow[]
  menu(row: ServiceRow): MenuItem[]
}

export function ServiceList({ rows, menu }: Props) {
  const { t, language } = useWords()
  const words = t.services
  const phone = useRoom('phone')
  const now = new Date()
  const stand = ({ stand: day }: ServiceRow) => (day === null ? '–' : showDay(wallOf(dayAt(day)), language).split(' ').at(-1))
  const more = (row: ServiceRow) => <MoreMenu label={t.shell.moreFor(row.title)} items={menu(row)} />
  const hidden = (row: ServiceRow) => row.hidden && <Badge icon="hidden">{words.hidden}</Badge>
  if (phone)
    return (
      <section aria-labelledby="service-rows">
        <h2 class="sr-only" id="service-rows">
          {words.tabs.services}
        </h2>
        <ul class="rows service-rows" role="list">
          {rows.map((row) => (
            <Row
              key={row.id}
              href={`${SERVICES}/${row.id}`}
              title={row.title}
              line={[row.situation.name, originWords(row, t)].join(' · ')}
              state={
                <>
                  {hidden(row)}
                  <LinkState of={linkWords(row.link, now, t, language)} />
                </>
              }
              menu={menu(row)}
              name={row.title}
            />
          ))}
        </ul>
      </section>
    )
  return (
    <table class="rows service-table">
      <thead>
        <tr>
          <th scope="col" class="col-service">{words.columns.service}</th>
          <th scope="col">{words.columns.origin}</th>
          <th scope="col" class="col-link">{words.columns.link}</th>
          <th scope="col" class="col-pvog">{words.columns.pvog}</th>
          <th scope="col" class="col-stand">{words.columns.stand}</th>
          <td class="col-menu" />
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.id}>
            <th scope="row">
              <a class="row-link" href={`${SERVICES}/${row.id}`}>
                {row.title}
              </a>
              <span class="muted">
                {row.situation.name} {hidden(row)}
              </span>
            </th>
            <td>{originWords(row, t)}</td>
            <td>
              <LinkState of={linkWords(row.link, now, t, language)} />
            </td>
            <td class="muted">{row.in_pvog === null ? '–' : row.in_pvog ? words.yes : words.no}</td>
            <td class="muted service-stand">{stand(row)}</td>
            <td class="service-menu">{more(row)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
