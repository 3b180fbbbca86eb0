// SPDX-License-Identifier: EUPL-1.2
/** Everything the town hall has stored of this report, and until when. */

import { useTexts } from '../../i18n'
import { dayAt, longDay } from '../../i18n/dates'
import { useWords } from '../words'
import type { OwnProps } from './own-part'

export function StoredData({ report, boot }: OwnProps) {
  const { language, fullDate } = useTexts()
  const words = useWords().data
  const lang = boot.tenant.language
  const { contact } = report
  const reach = contact && [contact.name, contact.phone, contact.email].filter(Boolean).join(', ')
  const pairs: [label: string, value: string, own: boolean][] = [
    [words.number, report.number, false],
    [words.received, fullDate(report.received_at), false],
    [words.category, report.category.name, true],
    [words.place, report.address || words.nothing, report.address !== ''],
    [words.coordinates, report.lat === null ? words.nothing : `${report.lat}, ${report.lon}`, false],
    [words.text, report.text || words.nothing, report.text !== ''],
    [words.photoLabel, report.own_photos.length === 0 ? words.nothing : words.photos(report.own_photos.length), false],
    ...report.answers.map(({ label, value }): [string, string, boolean] => [label, value, true]),
    [words.contact, reach || words.nothing, false],
  ]
  if (contact?.email) pairs.push([words.mails, contact.mail_updates ? words.yes : words.no, false])
  if (report.delete_on !== null) pairs.push([words.until, longDay(dayAt(report.delete_on), language), false])
  return (
    <>
      <p>{words.lead}</p>
      <dl class="pairs">
        {pairs.map(([label, value, own]) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd lang={own ? lang : undefined}>{value}</dd>
          </div>
        ))}
      </dl>
      <p class="meta">{words.never}</p>
    </>
  )
}
