// SPDX-License-Identifier: EUPL-1.2
/** All offices with where they are and whether they are open now. */

import type { Bootstrap, OfficeItem } from '../api/types'
import { useTexts } from '../i18n'
import { useCached } from '../offline/cached'
import { Page } from '../ui/frame'
import { Icon } from '../ui/icon'
import { telOf } from '../ui/phone'
import { Gate, Skeleton, StateNote } from '../ui/states'
import './detail.scss'
import { useWords } from './detail-words'
import { homeOf } from './home'
import { addressLine, timesOf } from './office-parts'
import { OpenNow } from './opening'

export function OfficesPage({ boot }: { boot: Bootstrap }) {
  const { t } = useTexts()
  const words = useWords()
  const offices = useCached<OfficeItem[]>('offices', '/api/v1/services/offices')
  const home = homeOf(boot)
  return (
    <Page title={words.offices.title} back={{ href: '/dienste', label: words.services }} storedAt={offices.storedAt}>
      <Gate of={offices} words={t.gate} phone={boot.tenant.phone} skeleton={<Skeleton label={t.gate.loading} />}>
        {(found) =>
          found.length === 0 ? (
            <StateNote icon="services" title={words.offices.emptyTitle} text={words.offices.empty}>
              {boot.tenant.phone !== null && (
                <a class="kern-btn kern-btn--secondary kern-btn--block" href={telOf(boot.tenant.phone)}>
                  <Icon name="phone" size={20} />
                  <span class="kern-label">{words.office.call}</span>
                </a>
              )}
            </StateNote>
          ) : (
            <ul class="card rows" role="list">
              {found.map((office) => (
                <li key={office.id}>
                  <article class="office-row">
                    <div>
                      <h2 lang={home.tenant.language}>
                        <a href={`/dienste/aemter/${office.id}`}>{office.name}</a>
                      </h2>
                      <p class="meta" lang={home.tenant.language}>
                        {addressLine(office)}
                      </p>
                      <OpenNow times={timesOf(office, home)} lang={home.tenant.language} />
                    </div>
                    <Icon name="chev" size={20} class="row-arrow" />
                  </article>
                </li>
              ))}
            </ul>
          )
        }
      </Gate>
    </Page>
  )
}
