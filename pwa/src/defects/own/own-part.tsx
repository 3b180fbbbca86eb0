// SPDX-License-Identifier: EUPL-1.2
/** What only the reporter sees on the page of a report: who sees it, what was sent, what can be done now. */

import type { Bootstrap, OwnReport } from '../../api/types'
import { Icon } from '../../ui/icon'
import type { Own } from '../detail/use-own'
import { Photos } from '../detail/defect-body'
import { Masked } from '../mask'
import { useWords } from '../words'
import { Answer } from './answer'
import { OwnPhotos } from './own-photos'
import { Reopen } from './reopen'

export { OwnRows } from './own-rows'

export interface OwnProps {
  report: OwnReport
  own: Own
  secret: string
  boot: Bootstrap
}

/** Who sees it, in one sentence. */
function seenBy(report: OwnReport, words: ReturnType<typeof useWords>['ownPart']): string {
  if (report.status === 'withdrawn') return words.withdrawn
  if (report.status === 'rejected') return words.rejected
  if (report.is_public) return words.public
  return report.status === 'received' ? words.waiting : words.notPublic
}

export function OwnHead(props: OwnProps) {
  const words = useWords()
  const { report } = props
  return (
    <>
      <p class="note own-note">
        <Icon name="user" size={20} />
        <span>
          <strong>{words.ownPart.title}.</strong> {seenBy(report, words.ownPart)}
        </span>
      </p>
      {report.can.includes('answer') && report.question !== null && <Answer {...props} question={report.question} />}
      {report.can.includes('reopen') && <Reopen {...props} />}
    </>
  )
}

export function OwnBody({ report, secret, boot }: Omit<OwnProps, 'own'>) {
  const words = useWords()
  const lang = boot.tenant.language
  // What staff wrote is shown as theirs; the own words as they were sent.
  const changed = report.text_public && report.public_text !== report.text
  return (
    <>
      {report.own_photos.length > 0 ? <OwnPhotos report={report} secret={secret} /> : <Photos photos={report.photos} />}
      {report.text !== '' && (
        <section class="own-text">
          <h2>{words.ownPart.yourText}</h2>
          <p class="defect-text">{report.text}</p>
          {!report.text_public && report.status !== 'received' && <p class="meta">{words.ownPart.textHidden}</p>}
        </section>
      )}
      {changed && report.public_text !== '' && (
        <section class="own-text">
          <h2>{words.ownPart.publicText}</h2>
          <p class="defect-text" lang={lang}>
            <Masked text={report.public_text} />
          </p>
        </section>
      )}
      {report.answers.length > 0 && (
        <section class="own-text">
          <h2>{words.ownPart.answers}</h2>
          <dl class="pairs">
            {report.answers.map(({ label, value }) => (
              <div key={label}>
                <dt lang={lang}>{label}</dt>
                <dd lang={lang}>{value}</dd>
              </div>
            ))}
          </dl>
        </section>
      )}
    </>
  )
}
