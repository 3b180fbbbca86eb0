// SPDX-License-Identifier: EUPL-1.2
/** One office: when it is open, how to get there, what it does. */

import type { Bootstrap, OfficeDetail } from '../api/types'
import { useTexts } from '../i18n'
import { useCached } from '../offline/cached'
import { Page } from '../ui/frame'
import { Row, Rows } from '../ui/list'
import { Share } from '../ui/share'
import { Gate, Skeleton, StateNote } from '../ui/states'
import './detail.scss'
import { useWords } from './detail-words'
import { homeOf } from './home'
import { OfficeBody } from './office-parts'

export function OfficePage({ boot, id }: { boot: Bootstrap; id: string }) {
  const { t } = useTexts()
  const words = useWords()
  const office = useCached<OfficeDetail>('office', `/api/v1/services/offices/${encodeURIComponent(id)}`)
  const back = { href: '/dienste/aemter', label: words.offices.short }
  if (office.state === 'missing')
    return (
      <Page title={words.office.gone.title} heading={false} back={back}>
        <StateNote icon="services" title={words.office.gone.title} text={words.office.gone.text} announce alone>
          <a class="kern-btn kern-btn--secondary kern-btn--block" href="/dienste/aemter">
            <span class="kern-label">{words.office.gone.all}</span>
          </a>
        </StateNote>
      </Page>
    )
  const known = office.data
  const title = known?.name ?? words.office.fallbackTitle
  const home = homeOf(boot)
  return (
    <Page title={title} heading={false} back={back} storedAt={office.storedAt} action={known && <Share title={title} words={t.article} />}>
      <article class="article">
        {/* One and the same element before and after the answer: it has the focus after a move. */}
        <h1 tabIndex={-1} lang={known ? home.tenant.language : undefined}>
          {title}
        </h1>
        <Gate of={office} words={t.gate} phone={boot.tenant.phone} skeleton={<Skeleton rows={2} label={t.gate.loading} text />}>
          {(found) => (
            <div class="service">
              <div class="card office">
                <OfficeBody office={found} home={home} />
              </div>
              {found.services.length > 0 && (
                <section>
                  <h2>{words.office.services}</h2>
                  <Rows>
                    {found.services.map((service) => (
                      <Row key={service.id} href={`/dienste/${service.id}`} label={service.title} lang={home.tenant.language} />
                    ))}
                  </Rows>
                </section>
              )}
            </div>
          )}
        </Gate>
      </article>
    </Page>
  )
}
